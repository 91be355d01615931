using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Checkout.Http.Frame;
using Checkout.Http.Hosting;
using Checkout.Http.Storefront;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Checkout.Http.Pipeline.Batches;

/// <summary>A part of a batch as a call of its own.</summary>
internal sealed record SubRequest(string Method, string Endpoint, Call Call)
{
    private const int Most = 20;

    private static readonly Lazy<ImmutableArray<(Endpoint Endpoint, TemplateMatcher Route)>> Batchable = new(() =>
    [
        .. Endpoints.All
            .Where(e => e.Access.Kind is AccessKind.Storefront && e.Route is not (StorefrontRoutes.Batch or StorefrontRoutes.ProcessOrder))
            .Select(e => (e, new TemplateMatcher(TemplateParser.Parse(e.Route), []))),
    ]);

    /// <summary>Every part, or what is wrong with the batch: then nothing runs.</summary>
    public static Result<ImmutableArray<SubRequest>> Of(BatchBody body, Call batch)
    {
        if (body.SubRequests is not { IsDefault: false } parts)
            return Problem.Invalid("sub_requests", "sub_requests is required.", "required");
        if (parts.Length > Most)
            return Problem.Invalid("sub_requests", $"A batch has at most {Most} parts.", "too_many");
        var problems = ImmutableArray.CreateBuilder<Problem>();
        var requests = ImmutableArray.CreateBuilder<SubRequest>(parts.Length);
        for (var i = 0; i < parts.Length; i++)
        {
            var request = Of(parts[i], i, batch);
            if (request.Succeeded)
                requests.Add(request.Value);
            else
                problems.AddRange(request.Problems);
        }

        return problems.Count > 0 ? problems.ToImmutable() : requests.ToImmutable();
    }

    private static Result<SubRequest> Of(SubRequestBody? part, int position, Call batch)
    {
        var method = part?.Method?.ToUpperInvariant() ?? "";
        var path = (part?.Endpoint ?? "").Split('?', 2);
        var order = $"/checkout/storefront/{batch.ShopIdentifier}/{batch.OrderId}";
        var values = new RouteValueDictionary();
        var (endpoint, _) = Batchable.Value.FirstOrDefault(b =>
            b.Endpoint.Method == method && path[0].StartsWith('/') && b.Route.TryMatch(order + path[0].TrimEnd('/'), values));
        if (endpoint is null)
            return Problem.Invalid("endpoint", $"sub_requests[{position}]: {method} {path[0]} cannot be part of a batch.", "not_allowed");
        var payload = PayloadOf(part!.Payload);
        if (payload is null)
            return Problem.Invalid("payload", $"sub_requests[{position}].payload must be an object, or a text that holds one.", "malformed");

        var query = QueryHelpers.ParseQuery(path.Length > 1 ? path[1] : "");
        if (HttpMethods.IsGet(method))
            foreach (var (name, value) in Scalars(payload))
                query[name] = value;
        return new SubRequest(method, part.Endpoint!, batch with
        {
            Endpoint = endpoint,
            RouteValues = values,
            Query = new QueryCollection(query),
            GivenBody = payload,
        });
    }

    private static byte[]? PayloadOf(JsonElement? payload) => payload?.ValueKind switch
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
