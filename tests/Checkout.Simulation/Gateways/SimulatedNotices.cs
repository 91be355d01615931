using System.Text.Json.Nodes;
using Checkout.Payments;
using Checkout.Shops;

namespace Checkout.Simulation.Gateways;

/// <summary>Reads the bank's notices: they name one that was told.</summary>
internal sealed class SimulatedNotices(Bank bank) : IGatewayNotices
{
    public const string Header = "Simulated-Signature";

    public string? SignatureHeader(string driver) => driver == "test" ? Header : null;

    public Task<Result<GatewayNotice?>> Read(GatewaySettings gateway, string payload, string signature, CancellationToken cancellation) =>
        Task.FromResult<Result<GatewayNotice?>>(bank.Notices[JsonNode.Parse(payload)!["id"]!.GetValue<string>()]);
}
