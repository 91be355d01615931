using System.IO.Compression;
using Checkout.Http.Frame;
using Microsoft.AspNetCore.Http;
using Scalar.AspNetCore;

namespace Checkout.Http.Pipeline.ApiDocuments;

/// <summary>The reader's script, as its package carries it: gzip, which is handed on to whoever takes it.</summary>
public sealed class ReaderScriptEndpoint : ISlice
{
    private const string Resource = "ScalarStaticAssets.scalar.js";

    public Task<Reply> Handle(Call call)
    {
        var packed =
            typeof(ScalarOptions).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{nameof(Scalar)} no longer carries {Resource}.");
        var http = call.Http;
        http.Response.Headers.CacheControl = "public, max-age=86400";
        http.Response.Headers.Vary = "Accept-Encoding";
        if (!http.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase))
            return Task.FromResult<Reply>(
                new ContentReply(Results.Stream(new GZipStream(packed, CompressionMode.Decompress), "text/javascript"))
            );
        http.Response.Headers.ContentEncoding = "gzip";
        return Task.FromResult<Reply>(new ContentReply(Results.Stream(packed, "text/javascript")));
    }
}
