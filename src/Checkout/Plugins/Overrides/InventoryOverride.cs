using System.Collections.Immutable;
using Checkout.Orders;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Plugins.Overrides;

/// <summary>Asks the inventory override of an order.</summary>
public sealed class InventoryOverride(OverrideCalls overrides, IOverrideQuestions questions, IStateAuthority authority)
{
    /// <summary>The answer; null when there is no override and the built-in count holds.</summary>
    /// <param name="stage"><see cref="InventoryAnswer.Initial"/> or <see cref="InventoryAnswer.Final"/>.</param>
    public async Task<Result<InventoryAnswer>?> Check(Order order, Shop shop, string stage, CancellationToken cancellation)
    {
        if (OverrideCalls.Of(order, OverrideKinds.Inventory) is not { } @override)
            return null;
        if (@override.ByAuthority)
            return (await authority.ShortOf(order, shop, cancellation)).Map(keys => OfAuthority(order, keys));
        if (order.Plugins.FinalInventory is { } known)
            return new InventoryAnswer(known, IsFinal: true);
        return await overrides.Ask(@override, OverrideKinds.Inventory, questions.Inventory(order, stage), cancellation);
    }

    private static InventoryAnswer OfAuthority(Order order, ImmutableArray<string> shortKeys) =>
        new(
            order
                .LineItems.Where(line => shortKeys.Contains(line.Key, StringComparer.Ordinal))
                .Select(InventoryAnswer.Key)
                .Distinct(StringComparer.Ordinal)
                .ToImmutableDictionary(key => key, _ => 0L, StringComparer.Ordinal),
            IsFinal: false
        );

    /// <summary>The order with a final shortage kept, so that the override is not asked again.</summary>
    public static Order Keep(Order order, InventoryAnswer answer) =>
        answer.IsFinal && order.Plugins.FinalInventory is null && answer.ShortOf(order).Length > 0
            ? order with
            {
                Plugins = order.Plugins with { FinalInventory = answer.Available },
            }
            : order;
}
