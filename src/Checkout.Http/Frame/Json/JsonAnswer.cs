using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Frame.Json;

/// <summary>A finished JSON answer. It is written before the first byte leaves, so a fault in it is still answered as one.</summary>
public sealed class JsonAnswer(int status, ReadOnlyMemory<byte> body) : IResult, IStatusCodeHttpResult
{
    public int StatusCode => status;

    int? IStatusCodeHttpResult.StatusCode => status;

    public ReadOnlyMemory<byte> Body => body;

    public static JsonAnswer Of(int status, ReplyBody body) => Of(status, body.WriteTo);

    public static JsonAnswer Of(int status, Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>(4096);
        using (var writer = new Utf8JsonWriter(bytes))
            write(writer);
        return new JsonAnswer(status, bytes.WrittenMemory);
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = status;
        httpContext.Response.ContentType = "application/json";
        httpContext.Response.ContentLength = body.Length;
        await httpContext.Response.Body.WriteAsync(body, httpContext.RequestAborted);
    }
}
