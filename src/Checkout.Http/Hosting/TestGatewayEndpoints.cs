using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Checkout.Http.Backend;
using Checkout.Http.Backend.Payments;
using Checkout.Http.Frame;
using Checkout.Payments.TestGateway;

namespace Checkout.Http.Hosting;

/// <summary>A look into the test gateway, for tests and demonstrations.</summary>
public static class TestGatewayEndpoints
{
    public static ImmutableArray<Endpoint> All { get; } =
    [
        Endpoint
            .Get<TestGatewayLedgerEndpoint>(TestGatewayRoutes.Ledger, Access.Development)
            .Says("Lists what the test gateway was asked for an order.")
            .GivesFlat<TestGatewayLedgerAnswer>(),
    ];
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(TestGatewayLedgerAnswer))]
internal sealed partial class TestGatewayJson : JsonSerializerContext;
