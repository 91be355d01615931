using System.Text;
using Checkout.Http.Frame;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Pages;

/// <summary>
/// The console's one page, for every path below its own. It holds nothing of any shop: its script asks the API, with the token
/// that was typed in. No storage transaction.
/// </summary>
public sealed class ShowConsoleEndpoint(HttpSettings settings) : ISlice
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https: data:; connect-src 'self'; "
        + "form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    private static readonly string[] Folders = ["shared", "console"];

    public Task<Reply> Handle(Call call)
    {
        var headers = call.Http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers["Referrer-Policy"] = "no-referrer";
        var files = $"/pages/{PageFiles.Version}";
        var modules = Folders
            .SelectMany(folder => PageFiles.Names(folder, ".js").Select(name => $"{files}/{folder}/{name}"))
            .Select(address => $"<link rel=\"modulepreload\" href=\"{address}\">");
        var html = PageFiles
            .Text("console/index.html")
            .Replace("{{modules}}", string.Join('\n', modules), StringComparison.Ordinal)
            .Replace("{{files}}", files, StringComparison.Ordinal)
            .Replace("{{entra}}", settings.TrustsAppServiceSignIn ? "true" : "false", StringComparison.Ordinal);
        return Task.FromResult<Reply>(new ContentReply(Results.Content(html, "text/html; charset=utf-8", Encoding.UTF8)));
    }
}
