using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Checkout.Plugins.Actions;

/// <summary>Every action there is, in the order of the scope table (docs/plugin-actions.md).</summary>
public static class PluginActions
{
    public static readonly ImmutableArray<PluginAction> All =
    [
        AddCartParams.Action,
        AddDisallowedLineItemProperties.Action,
        AddFee.Action,
        AddLineItemByPlatformVariant.Action,
        AddLineItemProperty.Action,
        AddNote.Action,
        AddNoteAttribute.Action,
        AddShippingLinesValue.Action,
        AddTag.Action,
        AdjustLineItemPrice.Action,
        ChangeBillingAddress.Action,
        ChangeShippingAddress.Action,
        DelayPaymentCapture.Action,
        DelayPlatformOrder.Action,
        DisableOrderConfirmationEmail.Action,
        DiscountCart.Action,
        DiscountLineItems.Action,
        FlagOrderAsBopis.Action,
        MultiplyShippingLinesValue.Action,
        OverrideAddressValidate.Action,
        OverrideDiscount.Action,
        OverrideInventory.Action,
        OverrideShipping.Action,
        OverrideTax.Action,
        RemoveFee.Action,
        RemoveLineItemByKey.Action,
        RequireAmendable.Action,
        SetCurrency.Action,
        SetDisplayCurrency.Action,
        SetGatewayCurrency.Action,
        SetLineItemPreOrder.Action,
        SetLineItemPrice.Action,
        SetLineItemShippingAddress.Action,
        SetLineItemTaxable.Action,
        SetOrderCreatedBy.Action,
        SetPaymentGateway.Action,
        SetShippingRate.Action,
        SetSplitOrderCondition.Action,
    ];

    private static readonly FrozenDictionary<string, PluginAction> ByName = All.SelectMany(action =>
            action.OtherNames.Prepend(action.Name).Select(name => (name, action))
        )
        .ToFrozenDictionary(a => a.name, a => a.action, StringComparer.OrdinalIgnoreCase);

    /// <summary>By type in upper or lower case; null when there is no such action.</summary>
    public static PluginAction? Find(string type) => ByName.GetValueOrDefault(type);
}
