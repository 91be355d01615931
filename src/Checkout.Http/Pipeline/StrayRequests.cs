using System.Collections.Immutable;
using Checkout.Http.Frame;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;

namespace Checkout.Http.Pipeline;

/// <summary>
/// Requests that the host's own routing led nowhere. One whose path merely has too many slashes, or a base in front, is told where it
/// belongs; the others cost nothing, since they are not looked at here.
/// </summary>
public sealed class StrayRequests(EndpointTable table)
{
    // Literal segments before parameters, as the hosts' own routing has it: /init is no order.
    private readonly ImmutableArray<(Endpoint Endpoint, TemplateMatcher Matcher)> routes =
    [
        .. table
            .All.Select(endpoint => (Endpoint: endpoint, Template: TemplateParser.Parse(endpoint.Route)))
            .OrderBy(route => RoutePrecedence.ComputeInbound(route.Template))
            .Select(route => (route.Endpoint, new TemplateMatcher(route.Template, []))),
    ];

    /// <summary>
    /// Rewrites the request to the path that was meant; the endpoint that takes it, or null when its path was as it should be or none
    /// does.
    /// </summary>
    public Endpoint? Redirect(HttpRequest request)
    {
        var meant = CanonicalPath.Of(request.Path);
        if (meant == request.Path)
            return null;
        request.Path = meant;
        foreach (var (endpoint, matcher) in routes)
        {
            var values = new RouteValueDictionary();
            if (!HttpMethods.Equals(endpoint.Method, request.Method) || !matcher.TryMatch(meant, values))
                continue;
            request.RouteValues = values;
            return endpoint;
        }

        return null;
    }
}
