namespace Checkout.Http.Health;

/// <summary>Routes that load balancers and operators ask.</summary>
public static class HealthRoutes
{
    public const string Live = "health/live";
    public const string Ready = "health/ready";
}
