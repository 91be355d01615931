using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Checkout.Http.Frame;
using Checkout.Http.Health;

namespace Checkout.Http.Hosting;

/// <summary>What load balancers and operators ask.</summary>
public static class HealthEndpoints
{
    public static ImmutableArray<Endpoint> All { get; } =
    [
        Endpoint.Get<LiveEndpoint>(HealthRoutes.Live, Access.Public).Says("Checks that the process answers.").GivesFlat<HealthState>(),
        Endpoint
            .Get<ReadyEndpoint>(HealthRoutes.Ready, Access.Public)
            .Says("Checks that storage and secrets answer and the host is not stopping; otherwise 503.")
            .GivesFlat<HealthState>(),
    ];
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(HealthState))]
internal sealed partial class HealthJson : JsonSerializerContext;
