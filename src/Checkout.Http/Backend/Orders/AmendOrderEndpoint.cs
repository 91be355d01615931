using System.Collections.Immutable;
using System.Text.Json;
using Checkout.Http.Dialects.Bold;
using Checkout.Http.Frame;
using Checkout.Journeys.Completing;
using Checkout.Plugins;

namespace Checkout.Http.Backend.Orders;

/// <summary>Lets a plugin amend a placed order by itself (docs/contract/backend.md#amend).</summary>
public sealed class AmendOrderEndpoint(AmendPlacedOrder order) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var read = (await call.Read<AmendRequest>()).Then(AmendRequest.Check);
        if (!read.Succeeded)
            return read.Problems;
        var amended = await order.Run(call.ShopIdentifier, call.OrderId, read.Value.Uuid!, read.Value.ToActions(), call.Cancellation);
        return Reply.Of(amended, StateOnly.Of);
    }
}

public sealed record AmendRequest(string? Uuid, ImmutableArray<AmendingAction>? Actions)
{
    public static Result<AmendRequest> Check(AmendRequest request)
    {
        var actions = request.Listed;
        var fields = new Fields()
            .Required("uuid", request.Uuid)
            .Check(!actions.IsEmpty, "actions", "actions is required.", "required")
            .Check(
                actions.Length <= PluginAnswer.MostActions,
                "actions",
                $"actions has more than {PluginAnswer.MostActions} entries.",
                "too_many"
            );
        for (var i = 0; i < actions.Length && i < PluginAnswer.MostActions; i++)
            fields.Required($"actions[{i}].type", actions[i]?.Type);
        return fields.Then(() => request);
    }

    public ImmutableArray<AnsweredAction> ToActions() =>
        [.. Listed.Select(action => new AnsweredAction(action.Type!, action.Data?.Clone() ?? default))];

    private ImmutableArray<AmendingAction> Listed => Actions is { IsDefault: false } actions ? actions : [];
}

/// <summary>An action in the form of a plugin's answer (docs/contract/plugins.md#actions).</summary>
public sealed record AmendingAction(string? Type, JsonElement? Data);
