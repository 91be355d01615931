namespace Checkout.Http.Administration;

public sealed record IntegrationConfigRequest(string? SharedSecret);
