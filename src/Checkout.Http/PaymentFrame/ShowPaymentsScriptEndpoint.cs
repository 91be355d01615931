using Checkout.Http.Frame;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Checkout.Http.PaymentFrame;

/// <summary>
/// The payments SDK for shops' pages, on any origin: there is nothing in it that is not public. Its ETag is its integrity,
/// so that a page can be pinned to it (docs/payments.md).
/// </summary>
public sealed class ShowPaymentsScriptEndpoint : ISlice
{
    private const string ContentType = "text/javascript; charset=utf-8";

    public Task<Reply> Handle(Call call)
    {
        var script = PaymentScripts.Payments;
        var headers = call.Http.Response.Headers;
        headers.CacheControl = "public, max-age=3600";
        headers.ETag = $"\"{script.Integrity}\"";
        headers.Vary = "Accept-Encoding";
        headers.AccessControlAllowOrigin = "*";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        if (IsKnown(call.Http.Request, script))
            return Content(Results.StatusCode(StatusCodes.Status304NotModified));
        if (!call.Http.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase))
            return Content(Results.Bytes(script.Bytes, ContentType));
        headers.ContentEncoding = "gzip";
        return Content(Results.Bytes(script.Packed, ContentType));
    }

    private static Task<Reply> Content(IResult content) => Task.FromResult<Reply>(new ContentReply(content));

    private static bool IsKnown(HttpRequest request, ServedScript script) =>
        EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var known)
        && known.Any(tag => tag.Tag.AsSpan().Trim('"').SequenceEqual(script.Integrity));
}
