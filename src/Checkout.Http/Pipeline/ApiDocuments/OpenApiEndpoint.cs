using Checkout.Http.Frame;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Pipeline.ApiDocuments;

/// <summary>Serves the document to anyone: it holds nothing of a shop.</summary>
public sealed class OpenApiEndpoint(ApiDocument document) : ISlice
{
    public Task<Reply> Handle(Call call)
    {
        call.Http.Response.Headers.CacheControl = "public, max-age=300";
        return Task.FromResult<Reply>(new ContentReply(Results.Bytes(document.Written, "application/json")));
    }
}
