using Checkout.Http.Frame;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Pipeline.ApiDocuments;

/// <summary>Serves the document to anyone: it holds nothing of a shop.</summary>
public sealed class OpenApiEndpoint(ApiDocument document) : ISlice
{
    public const string Unions = "unions";

    /// <summary>Takes the place of shapes that a generator's types cannot hold.</summary>
    private const string AnyValue = "any";

    public Task<Reply> Handle(Call call)
    {
        var unions = call.Parameter(Unions);
        var fields = new Fields().OneOf(Unions, unions, AnyValue);
        if (!fields.AreFine)
            return Task.FromResult<Reply>(fields.Problems);
        call.Http.Response.Headers.CacheControl = "public, max-age=300";
        return Task.FromResult<Reply>(
            new ContentReply(Results.Bytes(unions == AnyValue ? document.WithoutUnions : document.Written, "application/json"))
        );
    }
}
