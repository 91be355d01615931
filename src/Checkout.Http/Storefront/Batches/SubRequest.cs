using System.Text;
using System.Text.Json;
using Checkout.Http.Frame;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Checkout.Http.Storefront.Batches;

/// <summary>A part of a batch as a call of its own.</summary>
internal sealed record SubRequest(string Method, string Path, Call Call)
{
    /// <summary>The part as the endpoint's call; null when its payload is neither an object nor a text that may hold one.</summary>
    public static SubRequest? Of(SubRequestBody part, Endpoint endpoint, RouteValueDictionary values, Call batch)
    {
        if (PayloadOf(part.Payload) is not { } payload)
            return null;
        var path = part.Endpoint!.Split('?', 2);
        var query = QueryHelpers.ParseQuery(path.Length > 1 ? path[1] : "");
        if (HttpMethods.IsGet(endpoint.Method))
            foreach (var (name, value) in Scalars(payload))
                query[name] = value;
        return new SubRequest(
            endpoint.Method,
            part.Endpoint,
            batch with
            {
                Endpoint = endpoint,
                RouteValues = values,
                Query = new QueryCollection(query),
                GivenBody = payload,
            }
        );
    }

    private static byte[]? PayloadOf(JsonElement? payload) =>
        payload?.ValueKind switch
        {
            null or JsonValueKind.Null or JsonValueKind.Undefined => "{}"u8.ToArray(),
            JsonValueKind.String => Encoding.UTF8.GetBytes(payload.Value.GetString()!),
            JsonValueKind.Object or JsonValueKind.Array => Encoding.UTF8.GetBytes(payload.Value.GetRawText()),
            _ => null,
        };

    private static IEnumerable<(string Name, StringValues Value)> Scalars(byte[] payload)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(payload);
        }
        catch (JsonException)
        {
            // The slice reads the same bytes and says what is wrong with them.
            yield break;
        }

        using (document)
        {
            if (document.RootElement.ValueKind is not JsonValueKind.Object)
                yield break;
            foreach (var property in document.RootElement.EnumerateObject())
                if (property.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False)
                    yield return (property.Name, property.Value.ToString());
        }
    }
}
