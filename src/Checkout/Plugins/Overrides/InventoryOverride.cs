using Checkout.Orders;

namespace Checkout.Plugins.Overrides;

/// <summary>Asks the inventory override of an order.</summary>
public sealed class InventoryOverride(OverrideCalls overrides, IOverrideQuestions questions)
{
    /// <summary>The answer; null when there is no override and the built-in count holds.</summary>
    /// <param name="stage"><see cref="InventoryAnswer.Initial"/> or <see cref="InventoryAnswer.Final"/>.</param>
    public async Task<Result<InventoryAnswer>?> Check(Order order, string stage, CancellationToken cancellation)
    {
        if (OverrideCalls.Of(order, OverrideKinds.Inventory) is not { } @override)
            return null;
        if (order.Plugins.FinalInventory is { } known)
            return new InventoryAnswer(known, IsFinal: true);
        return await overrides.Ask(@override, OverrideKinds.Inventory, questions.Inventory(order, stage), cancellation);
    }

    /// <summary>The order with a final shortage kept, so that the override is not asked again.</summary>
    public static Order Keep(Order order, InventoryAnswer answer) =>
        answer.IsFinal && order.Plugins.FinalInventory is null && answer.ShortOf(order).Length > 0
            ? order with
            {
                Plugins = order.Plugins with { FinalInventory = answer.Available },
            }
            : order;
}
