using System.Text;
using Checkout.Http.Frame;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Pages;

/// <summary>A script or style of our own pages. No storage transaction.</summary>
public sealed class GetPageFileEndpoint : ISlice
{
    public Task<Reply> Handle(Call call)
    {
        if (
            PageFiles.Find(call.Route("folder"), call.Route("file")) is not { } text
            || call.Route("file").EndsWith(".html", StringComparison.Ordinal)
        )
            return Task.FromResult<Reply>(Problem.NotFound("There is nothing here."));

        // Another version is asked for by a page of before a release: it gets today's file, and does not keep it.
        var isCurrent = call.Route("version") == PageFiles.Version;
        call.Http.Response.Headers.CacheControl = isCurrent ? "public, max-age=31536000, immutable" : "no-cache";
        return Task.FromResult<Reply>(new ContentReply(Results.Content(text, PageFiles.TypeOf(call.Route("file")), Encoding.UTF8)));
    }
}
