using Checkout.Http.Backend;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Checkout.Functions.Http;

/// <summary>A look into the test gateway, for tests and demonstrations.</summary>
public sealed class TestGatewayFunctions(TriggeredEndpoint endpoint)
{
    [Function(nameof(TestGatewayLedger))]
    public Task<IResult> TestGatewayLedger([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = TestGatewayRoutes.Ledger)] HttpRequest request) =>
        endpoint.Run(request);
}
