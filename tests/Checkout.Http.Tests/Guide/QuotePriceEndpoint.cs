using System.Text.Json.Serialization;
using Checkout.Http.Frame;

namespace Checkout.Http.Tests.Guide;

/// <summary>Says what a number of the same thing costs; changes nothing.</summary>
public sealed class QuotePriceEndpoint : ISlice
{
    public const string Route = "checkout/orders/{shop_identifier}/quotes";

    public async Task<Reply> Handle(Call call)
    {
        var quote = (await call.Read<QuotePriceRequest>()).Then(QuotePriceRequest.Check);
        return Reply.Of(quote, asked => new QuotedPrice(asked.Price!.Value * asked.Quantity!.Value, call.Shop.Currency));
    }
}

/// <param name="Price">Of one, in minor units.</param>
public sealed record QuotePriceRequest(long? Price, int? Quantity)
{
    internal static Result<QuotePriceRequest> Check(QuotePriceRequest request) => new Fields()
        .Required("price", request.Price).Range("price", request.Price, 0, 1_000_000)
        .Required("quantity", request.Quantity).Range("quantity", request.Quantity, 1, 1_000)
        .Then(() => request);
}

/// <param name="Amount">Minor units.</param>
public sealed record QuotedPrice(long Amount, string Currency);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(QuotePriceRequest))]
[JsonSerializable(typeof(QuotedPrice))]
internal sealed partial class QuotePriceJson : JsonSerializerContext;
