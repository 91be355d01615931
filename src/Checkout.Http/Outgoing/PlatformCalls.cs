using System.Collections.Immutable;
using System.Net.Http.Headers;
using System.Text.Json;
using Checkout.Http.Dialects.Bold;
using Checkout.Http.Frame;
using Checkout.Http.Frame.Json;
using Checkout.Orders;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Http.Outgoing;

/// <summary>
/// A shop's platform behind its connector (docs/platform-connector.md): every call signed as connectors verify it
/// (docs/contract/plugins.md#connector-signature). A shop whose document names no connector has the built-in one.
/// </summary>
public sealed class PlatformCalls(SafeHttp http, ISecrets secrets, OwnPlatform own, TimeProvider time) : IPlatformConnector
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);
    private const int NotFound = 404;

    public async Task<Result<string>> Push(Order order, Shop shop, CancellationToken cancellation)
    {
        if (shop.PlatformConnector.Url is null)
            return await own.Push(order, shop, cancellation);
        var body = JsonSerializer.SerializeToUtf8Bytes(PlatformOrder.Of(order), WireJson.Of<PlatformOrder>());
        var reply = await Send(HttpMethod.Post, "orders", body, shop, null, cancellation);
        if (Refusal(reply, "platform_order_id") is { } refusal)
            return refusal;
        var read = BodyReader.Parse<PushedOrder>(reply.Body);
        return read.Succeeded && read.Value.PlatformOrderId is { Length: > 0 } id
            ? id
            : Problem.Upstream("platform_order_id", "The platform answered without its id of the order.");
    }

    public async Task<Result<ImmutableArray<CartItem>>> LoadCart(
        Shop shop,
        string cartId,
        string? accessToken,
        CancellationToken cancellation
    )
    {
        if (shop.PlatformConnector.Url is null)
            return await own.LoadCart(shop, cartId, accessToken, cancellation);
        var reply = await Send(HttpMethod.Get, PathOf(cartId), null, shop, accessToken, cancellation);
        if (reply.Status == NotFound)
            return Problem.Invalid("cart_id", "The platform has no such cart.", "not_found");
        if (Refusal(reply, "cart_id") is { } refusal)
            return refusal;
        var read = BodyReader
            .Parse<PlatformCart>(reply.Body)
            .Then(cart => CartItemBody.Check(new Fields(), "cart_items", cart.CartItems).Then(() => CartItemBody.ToItems(cart.CartItems)));
        return read.Succeeded ? read : Problem.Upstream("cart_id", $"The platform's cart cannot be read: {read.Problems[0].Message}");
    }

    /// <summary>A cart that is gone is cleared, and one that the platform will not clear is no reason to hold up an order.</summary>
    public async Task<Result<bool>> ClearCart(Order order, Shop shop, CancellationToken cancellation)
    {
        if (shop.PlatformConnector.Url is null || order.CartId is not { Length: > 0 } cartId)
            return true;
        var reply = await Send(HttpMethod.Delete, PathOf(cartId), null, shop, null, cancellation);
        return Refusal(reply, "cart_id") is { Kind: ProblemKind.Upstream } unreached ? unreached : true;
    }

    /// <summary>Taxes are the shop's own zones or an override's, and neither wants to hear of them again.</summary>
    public Task<Result<bool>> ConfirmTaxes(Order order, Shop shop, CancellationToken cancellation) =>
        own.ConfirmTaxes(order, shop, cancellation);

    private static string PathOf(string cartId) => $"carts/{Uri.EscapeDataString(cartId)}";

    private static Problem? Refusal(SafeReply reply, string field) =>
        reply switch
        {
            { Failure: null } => null,
            { Status: >= 400 and < 500 and not 408 and not 429 } => Problem.Invalid(
                field,
                $"The platform refused: {reply.Failure}",
                "platform"
            ),
            _ => Problem.Upstream(field, $"The platform did not do it: {reply.Failure}"),
        };

    private async Task<SafeReply> Send(
        HttpMethod method,
        string path,
        byte[]? body,
        Shop shop,
        string? accessToken,
        CancellationToken cancellation
    )
    {
        var url = $"{shop.PlatformConnector.Url!.TrimEnd('/')}/{path}";
        if (http.WhyNot(url) is { } refusal)
            return SafeReply.None(refusal);
        if (
            shop.PlatformConnector.SharedSecret is not { } reference
            || await secrets.Resolve(reference, cancellation) is not { Length: > 0 } secret
        )
            return SafeReply.None("The secret that signs the request is missing.");
        using var request = new HttpRequestMessage(method, url);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        request.Headers.Accept.ParseAdd("application/json");
        if (accessToken is { Length: > 0 })
            request.Headers.TryAddWithoutValidation("X-Cart-Access-Token", accessToken);
        Signatures.SignForConnector(request, secret, time.GetUtcNow());
        return await http.Send(request, Limit, time, cancellation);
    }
}

/// <summary>An order on its way to the platform.</summary>
/// <param name="Attributes">What the platform keeps with its order, and finds it by when it is sent again
/// (docs/contract/platforms.md#connector).</param>
public sealed record PlatformOrder(
    string PublicOrderId,
    long OrderId,
    string ShopIdentifier,
    string? CartId,
    PlatformAttributes Attributes,
    ApplicationState ApplicationState
)
{
    public static PlatformOrder Of(Order order) =>
        new(
            order.PublicOrderId,
            order.OrderId,
            order.ShopIdentifier,
            order.CartId,
            new PlatformAttributes(order.PublicOrderId),
            ApplicationState.Of(order)
        );
}

public sealed record PlatformAttributes(string BoldCashierPublicOrderId);

public sealed record PushedOrder
{
    [System.Text.Json.Serialization.JsonConverter(typeof(TextOrNumberConverter))]
    public string? PlatformOrderId { get; init; }
}

public sealed record PlatformCart(ImmutableArray<CartItemBody>? CartItems);
