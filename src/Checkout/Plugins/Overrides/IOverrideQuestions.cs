using System.Collections.Immutable;
using Checkout.Addresses;
using Checkout.Changing.Taxes;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Plugins.Overrides;

/// <summary>What overrides are asked (docs/contract/overrides.md). The wire knows how questions and answers look there.</summary>
public interface IOverrideQuestions
{
    /// <summary>What is wrong with an address.</summary>
    OverrideQuestion<IReadOnlyList<Problem>> AddressValidate(Address address);

    /// <summary>What is behind a discount code.</summary>
    /// <param name="onHand">Units by sku, of lines that are counted.</param>
    /// <param name="finalize">True when the order is being processed and the use of the code counts.</param>
    OverrideQuestion<FoundDiscount> Discount(Order order, Shop shop, ImmutableDictionary<string, long> onHand, string code, bool finalize);

    /// <summary>How much there is of what the order holds.</summary>
    /// <param name="stage"><see cref="InventoryAnswer.Initial"/> or <see cref="InventoryAnswer.Final"/>.</param>
    OverrideQuestion<InventoryAnswer> Inventory(Order order, string stage);

    /// <summary>How the order can be shipped.</summary>
    /// <param name="onHand">Units by sku, of lines that are counted.</param>
    OverrideQuestion<IReadOnlyList<ShippingLine>> Shipping(
        Order order,
        Shop shop,
        ImmutableDictionary<string, long> onHand,
        Address destination
    );

    /// <summary>Which taxes the order pays.</summary>
    /// <param name="onHand">Units by sku, of lines that are counted.</param>
    OverrideQuestion<TaxRates> Tax(Order order, Shop shop, ImmutableDictionary<string, long> onHand, Address destination);
}
