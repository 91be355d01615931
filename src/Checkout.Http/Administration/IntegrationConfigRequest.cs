using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Administration;

public sealed record IntegrationConfigRequest(string? SharedSecret);
