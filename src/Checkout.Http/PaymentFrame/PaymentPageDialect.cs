using Checkout.Http.Dialects.Bold;
using Checkout.Http.Frame;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.PaymentFrame;

/// <summary>How the payment page is refused: as a page in the frame, since nobody reads JSON there.</summary>
internal sealed class PaymentPageDialect : IDialect
{
    private PaymentPageDialect() { }

    public static PaymentPageDialect Instance { get; } = new();

    public ErrorShape Errors => BoldDialect.Instance.Errors;

    public IResult Answer(Endpoint endpoint, ValueReply reply) => BoldDialect.Instance.Answer(endpoint, reply);

    public IResult Refuse(Refusal refusal) =>
        PaymentPage.Html(
            refusal.StatusCode,
            $"""
            <!doctype html><html lang="en"><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>Card details</title>
            <p role="alert">{System.Net.WebUtility.HtmlEncode(refusal.Problems[0].Message)}</p></html>
            """
        );
}
