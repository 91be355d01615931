using System.Text;
using Checkout.Http.Frame;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Pipeline.ApiDocuments;

/// <summary>
/// A page to read the document with (Scalar). Its script comes from this host, so it works without the internet, and it offers
/// none of the services of its maker.
/// </summary>
public sealed class ReaderPageEndpoint : ISlice
{
    private const string Page = """
        <!doctype html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>Checkout API</title>
        </head>
        <body>
          <script id="api-reference" data-url="openapi.json"
            data-configuration='{"withDefaultFonts":false,"telemetry":false,"hideClientButton":true,
              "showDeveloperTools":"never","agent":{"disabled":true},"mcp":{"disabled":true}}'></script>
          <script src="docs/reader.js"></script>
        </body>
        </html>
        """;

    public Task<Reply> Handle(Call call)
    {
        call.Http.Response.Headers.ContentSecurityPolicy =
            "default-src 'none'; script-src 'self' 'unsafe-eval'; style-src 'unsafe-inline'; img-src 'self' data:; "
            + "font-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'";
        return Task.FromResult<Reply>(new ContentReply(Results.Content(Page, "text/html", Encoding.UTF8)));
    }
}
