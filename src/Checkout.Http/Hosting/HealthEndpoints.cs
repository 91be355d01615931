using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Checkout.Http.Frame;
using Checkout.Http.Health;

namespace Checkout.Http.Hosting;

public static class HealthRoutes
{
    public const string Live = "health/live";
    public const string Ready = "health/ready";
}

/// <summary>What load balancers and operators ask.</summary>
public static class HealthEndpoints
{
    public static ImmutableArray<Endpoint> All { get; } =
    [
        Endpoint.Get<LiveEndpoint>(HealthRoutes.Live, Access.Public).Says("Whether the process answers.").GivesFlat<HealthState>(),
        Endpoint.Get<ReadyEndpoint>(HealthRoutes.Ready, Access.Public).Says("Whether it can serve: storage and secrets answer, and it is not stopping; otherwise 503.").GivesFlat<HealthState>(),
    ];
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(HealthState))]
internal sealed partial class HealthJson : JsonSerializerContext;
