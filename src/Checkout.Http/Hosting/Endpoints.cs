using System.Collections.Frozen;
using System.Collections.Immutable;
using Checkout.Http.Frame;

namespace Checkout.Http.Hosting;

/// <summary>Every endpoint, by area. Both hosts, the function triggers' test and the API document come from here.</summary>
public static class Endpoints
{
    public static ImmutableArray<Endpoint> All { get; } =
    [
        .. BackendEndpoints.All,
        .. PaymentEndpoints.All,
        .. PaymentFrameEndpoints.All,
        .. BigCommerceEndpoints.All,
        .. AdministrationEndpoints.All,
        .. TestGatewayEndpoints.All,
        .. HealthEndpoints.All,
        .. StorefrontEndpoints.All,
        .. DocumentEndpoints.All,
    ];

    private static readonly FrozenDictionary<string, Endpoint> ByName = All.ToFrozenDictionary(e => e.Name, StringComparer.Ordinal);

    public static Endpoint Named(string name) => ByName[name];
}
