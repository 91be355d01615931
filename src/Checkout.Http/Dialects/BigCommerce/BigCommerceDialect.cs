using Checkout.Http.Frame;
using Checkout.Http.Frame.Json;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Dialects.BigCommerce;

/// <summary>The facade's answers: bodies without an envelope, and errors of its own shape (docs/contract/bigcommerce.md).</summary>
public sealed class BigCommerceDialect : IDialect
{
    private BigCommerceDialect() { }

    public static BigCommerceDialect Instance { get; } = new();

    public ErrorShape Errors { get; } = new("Checkout", typeof(CheckoutError), refusal => ReplyBody.Of(CheckoutError.Of(refusal)));

    public IResult Answer(Endpoint endpoint, ValueReply reply) => JsonAnswer.Of(reply.StatusCode, reply.Value);

    public IResult Refuse(Refusal refusal) => new CheckoutRefusal(CheckoutError.Of(refusal));
}
