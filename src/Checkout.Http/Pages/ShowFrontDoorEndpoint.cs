using System.Net;
using System.Text;
using Checkout.Http.Frame;
using Checkout.Stores;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Pages;

/// <summary>
/// What somebody sees who opens the host's address: where the console, the documentation, the demo and the health checks are.
/// In development it also names the shops; elsewhere that is nobody's business, and the page takes no storage transaction.
/// </summary>
public sealed class ShowFrontDoorEndpoint(HttpSettings settings, IShops shops) : ISlice
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        + "form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    public async Task<Reply> Handle(Call call)
    {
        call.Http.Response.Headers.ContentSecurityPolicy = Policy;
        var html = PageFiles
            .Text("front/index.html")
            .Replace("{{files}}", $"/pages/{PageFiles.Version}", StringComparison.Ordinal)
            .Replace("{{demo}}", Demo(), StringComparison.Ordinal)
            .Replace("{{shops}}", settings.IsDevelopment ? await Shops(call.Cancellation) : "", StringComparison.Ordinal);
        return new ContentReply(Results.Content(html, "text/html; charset=utf-8", Encoding.UTF8));
    }

    private string Demo() =>
        settings.DemoPath is { } path
            ? Link(path, "Demo storefront", "Buy a cheese board, with the published checkout library and the test gateway.")
            : "";

    private async Task<string> Shops(CancellationToken cancellation)
    {
        var text = new StringBuilder();
        foreach (var identifier in await shops.Identifiers(cancellation))
            if (await shops.Find(identifier, cancellation) is { } shop)
                text.Append(Link($"/console/?shop={Uri.EscapeDataString(identifier)}", shop.Name, $"Shop {identifier}, {shop.Currency}"));
        return text.Length == 0 ? "" : $"<h2>Shops</h2><ul class=\"links\">{text}</ul>";
    }

    private static string Link(string address, string name, string what) =>
        $"<li><a href=\"{Encoded(address)}\"><strong>{Encoded(name)}</strong> <span>{Encoded(what)}</span></a></li>";

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
