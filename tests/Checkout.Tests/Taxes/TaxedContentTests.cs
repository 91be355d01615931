using Checkout.Changing.Placing;
using Checkout.Changing.Taxes;
using Checkout.Money;
using Checkout.Orders;
using Checkout.Pricing;
using Checkout.Shops;
using Checkout.Tests.Orders;
using Shouldly;
using Xunit;

namespace Checkout.Tests.Taxes;

public sealed class TaxedContentTests
{
    private static readonly Shop Shop = AnOrder.Shop() with
    {
        TaxZones =
        [
            new TaxZone
            {
                Country = "CA",
                Provinces = ["MB"],
                Rates = [new TaxZoneRate("GST", 0.05m)],
            },
            new TaxZone
            {
                Country = "CA",
                Provinces = ["ON"],
                Rates = [new TaxZoneRate("HST", 0.13m)],
            },
        ],
    };

    public static TheoryData<string, Func<Order, Order>> OtherContents =>
        new()
        {
            { "province", order => order with { ShippingAddress = order.ShippingAddress! with { ProvinceCode = "ON" } } },
            { "postal code", order => order with { ShippingAddress = order.ShippingAddress! with { PostalCode = "R3C0A1" } } },
            { "no address", order => order with { ShippingAddress = null } },
            { "destination of a line", order => Line(order, line => line with { ShippingAddress = AnOrder.Winnipeg }) },
            { "quantity", order => Line(order, line => line with { Quantity = 2 }) },
            { "price", order => Line(order, line => line with { Price = line.Price + 1 }) },
            { "taxable", order => Line(order, line => line with { Taxable = false }) },
            { "another line", order => order with { LineItems = order.LineItems.Add(AnOrder.Line("other")) } },
            { "line fee", order => Line(order, line => line with { Fees = [new LineFee("wrap", 100)] }) },
            {
                "discount",
                order => order with { Discounts = [new OrderDiscount("d", "D", "", DiscountTarget.Order, AmountKind.Fixed, 100)] }
            },
            { "taxable fee", order => order with { Fees = [new OrderFee("f", "", AmountKind.Fixed, 100, Taxable: true)] } },
            {
                "shipping",
                order => order with { Shipping = order.Shipping with { Selected = order.Shipping.Selected! with { Amount = 901 } } }
            },
            { "no shipping", order => order with { Shipping = order.Shipping with { Selected = null } } },
            { "currency", order => order with { Currency = new OrderCurrency("USD") } },
            {
                "tax override",
                order =>
                    order with
                    {
                        Plugins = order.Plugins with
                        {
                            Overrides = order.Plugins.Overrides.Add(OverrideKinds.Tax, new OrderOverride("https://tax.example", null)),
                        },
                    }
            },
        };

    [Theory]
    [MemberData(nameof(OtherContents))]
    public void IsTaxed_OtherContent_IsNot(string what, Func<Order, Order> change)
    {
        var taxed = Taxed();
        TaxedContent.IsTaxed(taxed, Shop).ShouldBeTrue();

        TaxedContent.IsTaxed(change(taxed), Shop).ShouldBeFalse(what);
        TaxesAtPlacing.AreStale(change(taxed), Shop).ShouldBeTrue(what);
    }

    [Fact]
    public void IsTaxed_WhatTaxesDoNotDependOn_Is()
    {
        var taxed = Taxed();

        TaxedContent.IsTaxed(taxed with { MetaData = taxed.MetaData with { Notes = "ring twice" } }, Shop).ShouldBeTrue();
        TaxedContent
            .IsTaxed(taxed with { ShippingAddress = taxed.ShippingAddress! with { FirstName = "Jane", PhoneNumber = "" } }, Shop)
            .ShouldBeTrue();
        TaxedContent.IsTaxed(taxed with { Fees = [new OrderFee("f", "", AmountKind.Fixed, 100, Taxable: false)] }, Shop).ShouldBeTrue();
    }

    [Fact]
    public void AreStale_TaxesFromBeforeFingerprintsWereKept_Are()
    {
        var old = Taxed();
        old = old with { Taxes = old.Taxes! with { Fingerprint = null } };

        TaxesAtPlacing.AreStale(old, Shop).ShouldBeTrue();
        var (renewed, changed) = TaxesAtPlacing.Renew(old, TaxRates.Of(Shop, old.ShippingAddress!), Shop);
        changed.ShouldBeNull();
        TaxedContent.IsTaxed(renewed, Shop).ShouldBeTrue();
    }

    [Fact]
    public void AreStale_NoTaxes_AreNot() => TaxesAtPlacing.AreStale(Taxed() with { Taxes = null }, Shop).ShouldBeFalse();

    [Fact]
    public void AreStale_PricesThatIncludeTaxesSince_Are() =>
        TaxesAtPlacing.AreStale(Taxed(), Shop with { Checkout = Shop.Checkout with { TaxIncluded = true } }).ShouldBeTrue();

    [Fact]
    public void Renew_AnotherTotal_IsRefusedAndHasTheTaxesOfNow()
    {
        var moved = Taxed() is var taxed ? taxed with { ShippingAddress = taxed.ShippingAddress! with { ProvinceCode = "ON" } } : taxed;

        var (renewed, changed) = TaxesAtPlacing.Renew(moved, TaxRates.Of(Shop, moved.ShippingAddress!), Shop);

        changed
            .ShouldNotBeNull()
            .ShouldSatisfyAllConditions(
                c => c.Type.ShouldBe("order"),
                c => c.Field.ShouldBe("tax"),
                c => c.SubType.ShouldBe("tax_changed")
            );
        OrderPrice.Of(renewed).Taxes.ShouldBe([new Tax("HST", 306, IsIncluded: false)]);
        TaxesAtPlacing.AreStale(renewed, Shop).ShouldBeFalse();
    }

    [Fact]
    public void Renew_NoAddressAnyMore_HasNoTaxes() =>
        TaxesAtPlacing
            .Renew(Taxed() with { ShippingAddress = null }, rates: null, Shop)
            .ShouldSatisfyAllConditions(r => r.Order.Taxes.ShouldBeNull(), r => r.Changed.ShouldNotBeNull());

    [Fact]
    public void Follow_CartChanged_TaxesAreThoseOfTheNewCart()
    {
        var before = Taxed();

        var after = FollowTaxes.After(before, Line(before, line => line with { Quantity = 3 }), Shop);

        OrderPrice.Of(after).Taxes.ShouldBe([new Tax("GST", 353, IsIncluded: false)]);
        TaxedContent.IsTaxed(after, Shop).ShouldBeTrue();
    }

    [Fact]
    public void Follow_AddressChanged_TaxesStay()
    {
        var before = Taxed();
        var moved = before with { ShippingAddress = before.ShippingAddress! with { ProvinceCode = "ON" } };

        FollowTaxes.After(before, moved, Shop).ShouldBeSameAs(moved);

        // And once they are of another address, a change of the cart does not make them right in passing.
        var more = Line(moved, line => line with { Quantity = 3 });
        FollowTaxes.After(moved, more, Shop).ShouldBeSameAs(more);
    }

    [Fact]
    public void Follow_OverrideOrFinalOrder_TaxesStay()
    {
        var before = Taxed();
        var placed = Line(before, line => line with { Quantity = 3 }) with { Status = OrderStatus.Processed };
        FollowTaxes.After(before, placed, Shop).ShouldBeSameAs(placed);

        var overridden = before with
        {
            Plugins = before.Plugins with
            {
                Overrides = before.Plugins.Overrides.Add(OverrideKinds.Tax, new OrderOverride("https://tax.example", null)),
            },
        };
        FollowTaxes.After(before, overridden, Shop).ShouldBeSameAs(overridden);
    }

    private static Order Taxed()
    {
        var order = AnOrder.WithShipping(Shop);
        return GenerateTaxes.Decide(order, TaxRates.Of(Shop, order.ShippingAddress!), included: false);
    }

    private static Order Line(Order order, Func<LineItem, LineItem> change) => order with { LineItems = [change(order.LineItems[0])] };
}
