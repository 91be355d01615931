using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Frame.Json;

/// <summary>Reads a request body whole, within its limit, and turns whatever is wrong with it into a problem.</summary>
internal static class BodyReader
{
    public const int Limit = 1024 * 1024;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public static async ValueTask<Result<ReadOnlyMemory<byte>>> Read(HttpRequest request, CancellationToken cancellation)
    {
        if (request.ContentLength > Limit)
            return TooLarge();
        var bytes = new ArrayBufferWriter<byte>((int)(request.ContentLength ?? 4096) + 1);
        while (true)
        {
            var read = await request.Body.ReadAsync(bytes.GetMemory(4096), cancellation);
            if (read == 0)
                return bytes.WrittenMemory;
            bytes.Advance(read);
            if (bytes.WrittenCount > Limit)
                return TooLarge();
        }
    }

    public static Result<T> Parse<T>(ReadOnlyMemory<byte> bytes)
        where T : class
    {
        var json = Bare(bytes).Span;
        if (!Utf8.IsValid(json))
            return Problem.Invalid("body", "The body is not valid UTF-8.", "malformed");
        try
        {
            CheckText(json);
            return JsonSerializer.Deserialize(json, WireJson.Of<T>())!;
        }
        catch (JsonException exception)
        {
            return ProblemOf(exception);
        }
    }

    /// <summary>Of a body that <see cref="Parse{T}"/> read.</summary>
    public static string Hash(ReadOnlyMemory<byte> bytes, params ReadOnlySpan<string> without) => CanonicalJson.Hash(Bare(bytes), without);

    public static Problem TooLarge() =>
        new("The body is larger than 1 MiB.", "validation", "body", "too_large") { Kind = ProblemKind.TooLarge };

    /// <summary>The text alone; what clients send for "nothing" is <c>{}</c>.</summary>
    private static ReadOnlyMemory<byte> Bare(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Span.StartsWith(ByteOrderMark))
            bytes = bytes[ByteOrderMark.Length..];
        bytes = bytes.Trim(" \t\r\n"u8);
        return bytes.IsEmpty || bytes.Span.SequenceEqual("null"u8) || IsEmptyArray(bytes.Span) ? Nothing : bytes;
    }

    private static readonly byte[] Nothing = "{}"u8.ToArray();

    private static bool IsEmptyArray(ReadOnlySpan<byte> json) =>
        json is [(byte)'[', .., (byte)']'] && json[1..^1].Trim(" \t\r\n"u8).IsEmpty;

    /// <summary>
    /// Looks at the whole text once: free-form values are kept as they came, so half a surrogate pair in one of them
    /// would come to light only when it is written out again.
    /// </summary>
    private static void CheckText(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = WireJson.MaxDepth });
        while (reader.Read())
        {
            if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName) || !reader.ValueIsEscaped)
                continue;
            try
            {
                reader.GetString();
            }
            catch (InvalidOperationException exception)
            {
                throw new JsonException("holds text that is not valid Unicode", exception);
            }
        }
    }

    private static Problem ProblemOf(JsonException exception)
    {
        var path = NestedJsonException.PathOf(exception).TrimStart('$').TrimStart('.');
        if (path.Length == 0)
            return Problem.Invalid("body", "The body is not a JSON object of the expected form.", "malformed");
        return Problem.Invalid(FieldPath.NameOf(path), $"{path} {Reason(exception)}.", "malformed");
    }

    /// <summary>Our converters say what is wrong; the serializer's own texts name .NET types, which are nobody's business.</summary>
    private static string Reason(JsonException exception)
    {
        JsonException innermost = exception;
        while (innermost is NestedJsonException { InnerException: JsonException inner })
            innermost = inner;
        return innermost.Message is { Length: > 0 and < 60 } message && message.StartsWith("must ", StringComparison.Ordinal)
                ? Bare(message)
            : innermost.Message.StartsWith("is out of range", StringComparison.Ordinal) ? "is out of range"
            : innermost.Message.StartsWith("Duplicate property", StringComparison.Ordinal) ? "is given twice"
            : "is not of the expected type";

        static string Bare(string message) => message.Split(" Path:", 2)[0].TrimEnd('.', ' ');
    }
}
