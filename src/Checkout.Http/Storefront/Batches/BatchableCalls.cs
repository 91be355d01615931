using System.Collections.Immutable;
using Checkout.Http.Frame;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;

namespace Checkout.Http.Storefront.Batches;

/// <summary>The calls that can be part of a batch: all of the Storefront API but a batch itself and placing the order.</summary>
public sealed class BatchableCalls(EndpointTable table)
{
    private const int Most = 20;

    private readonly ImmutableArray<(Endpoint Endpoint, TemplateMatcher Route)> batchable =
    [
        .. table
            .All.Where(e =>
                e.Access.Kind is AccessKind.Storefront && e.Route is not (StorefrontRoutes.Batch or StorefrontRoutes.ProcessOrder)
            )
            .Select(e => (e, new TemplateMatcher(TemplateParser.Parse(e.Route), []))),
    ];

    /// <summary>Every part, or what is wrong with the batch: then nothing runs.</summary>
    internal Result<ImmutableArray<SubRequest>> Of(BatchBody body, Call batch)
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

    private Result<SubRequest> Of(SubRequestBody? part, int position, Call batch)
    {
        var method = part?.Method?.ToUpperInvariant() ?? "";
        var path = (part?.Endpoint ?? "").Split('?', 2)[0];
        var order = $"/checkout/storefront/{batch.ShopIdentifier}/{batch.OrderId}";
        var values = new RouteValueDictionary();
        var (endpoint, _) = batchable.FirstOrDefault(b =>
            b.Endpoint.Method == method && path.StartsWith('/') && b.Route.TryMatch(order + path.TrimEnd('/'), values)
        );
        if (endpoint is null)
            return Problem.Invalid("endpoint", $"sub_requests[{position}]: {method} {path} cannot be part of a batch.", "not_allowed");
        return SubRequest.Of(part!, endpoint, values, batch) is { } request
            ? request
            : Problem.Invalid("payload", $"sub_requests[{position}].payload must be an object, or a text that holds one.", "malformed");
    }
}
