using System.Collections.Immutable;
using Checkout.Shops;

namespace Checkout.Http.Administration;

public sealed record FlowState(string FlowId, string FlowName, string FlowType, ImmutableDictionary<string, string> FlowSettings)
{
    public static FlowState Of(CheckoutFlow flow) => new(flow.FlowId, flow.FlowName, flow.FlowType, flow.Settings);
}

public sealed record FlowsData(ImmutableArray<FlowState> Flows)
{
    public static FlowsData Of(Shop shop) => new([.. shop.Flows.Select(FlowState.Of)]);

    /// <summary>With that flow first, where connectors look for the one they just made.</summary>
    public static FlowsData Beginning(Shop shop, string flowId) =>
        new([.. shop.Flows.OrderBy(flow => flow.FlowId != flowId).Select(FlowState.Of)]);
}

public sealed record FlowRequest(string? FlowName, string? FlowId, string? FlowType, IReadOnlyDictionary<string, string>? FlowSettings);
