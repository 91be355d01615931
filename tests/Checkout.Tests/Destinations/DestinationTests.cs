using System.Text;
using Checkout.Changing.Addresses;
using Checkout.Changing.Cart;
using Checkout.Changing.Placing;
using Checkout.Changing.Shipping;
using Checkout.Changing.Taxes;
using Checkout.Orders;
using Checkout.Pricing;
using Checkout.Shops;
using Checkout.Tests.Orders;
using CsCheck;
using Shouldly;
using Xunit;

namespace Checkout.Tests.Destinations;

public sealed class DestinationTests
{
    private static readonly Shop Shop = AnyDivision.Shop();

    [Fact]
    public void AnyDivision_Quantities_AddUpToThoseOfTheLines() =>
        AnyDivision
            .Taxed()
            .Sample(order =>
            {
                var sent = OrderDestinations.Of(order).SelectMany(d => d.Lines).ToList();
                foreach (var line in order.LineItems)
                    sent.Where(part => part.Line.Key == line.Key).Sum(part => part.Quantity).ShouldBe(line.Quantity);
                sent.ShouldAllBe(part => part.Quantity > 0);
            });

    [Fact]
    public void AnyDivision_EachDestination_IsOfferedTheRatesOfItsAddressForWhatGoesThere() =>
        AnyDivision
            .Taxed()
            .Sample(order =>
            {
                foreach (var destination in OrderDestinations.Of(order).Where(d => d.IsShippedTo))
                    OrderDestinations
                        .OfferedTo(order, destination.Id)
                        .Available.ShouldBe(ShippingRates.For(OrderDestinations.Part(order, destination), Shop, destination.Address));
                OrderDestinations.LackRate(order).ShouldBeFalse();
            });

    [Fact]
    public void AnyDivision_RatesAndTaxes_AddUpToTheOrders() =>
        Gen.Select(AnyDivision.Taxed(), AnyDivision.Taxed(included: true))
            .Sample(
                (added, included) =>
                {
                    added.ShouldAddUp();
                    included.ShouldAddUp();
                }
            );

    [Fact]
    public void AnyDivision_TaxesOfADestination_AreThoseOfAnOrderThatGoesThereAlone() =>
        AnyDivision
            .Taxed()
            .Where(order => order.Discounts.IsEmpty)
            .Sample(order =>
            {
                foreach (var priced in PricedDestination.Of(order, OrderPrice.Of(order)))
                {
                    var alone = OrderDestinations.Part(order, priced.Destination) with { Fees = [], Taxes = null };
                    if (alone.LineItems.Any(line => line.Fees.Length > 0))
                        continue;
                    var taxed = GenerateTaxes.Decide(alone, TaxRates.Of(Shop, priced.Destination.Address), included: false);
                    priced.Taxes.Sum().ShouldBe(OrderPrice.Of(taxed).Taxes.Sum(tax => tax.Value));
                }
            });

    [Fact]
    public void AnyDivision_WrittenAndRead_LosesNothing() =>
        AnyDivision
            .Taxed()
            .Sample(order =>
            {
                var document = OrderDocument.Write(order);
                var read = OrderDocument.Read(document.Span);
                OrderDocument.Write(read).Span.SequenceEqual(document.Span).ShouldBeTrue();
                read.ShouldAddUp();
                TaxedContent.IsTaxed(read, Shop).ShouldBeTrue();
            });

    [Fact]
    public void OneDestination_Written_HasNoWordOfDestinations()
    {
        var order = AnOrder.WithShipping(Shop);
        var taxed = GenerateTaxes.Decide(order, TaxRates.Of(Shop, order)!, included: false);

        var document = Encoding.UTF8.GetString(OrderDocument.Write(taxed).Span);

        document.ShouldNotContain("destinations");
        document.ShouldNotContain("divided");
    }

    [Fact]
    public void SecondAddress_OfferedAndTaxed_HasItsOwn()
    {
        var order = TwoPlaces();

        var seattle = OrderDestinations.Of(order).Single(d => d.Id == "2");
        OrderDestinations.OfferedTo(order, "1").Available.Select(line => line.Code).ShouldBe(["local", "post"]);
        OrderDestinations.OfferedTo(order, seattle.Id).Available.Select(line => line.Code).ShouldBe(["ground", "air"]);
        var taxes = PricedDestination.Of(Taxed(order), OrderPrice.Of(Taxed(order)));
        taxes[0].Taxes.Lines["board"].ShouldBe([new Tax("GST", 50, false), new Tax("PST", 70, false)]);
        taxes[1].Taxes.Lines["book"].ShouldBe([new Tax("GST", 207, false)]);
    }

    [Fact]
    public void Rate_SelectedForOne_LeavesTheOther()
    {
        var winnipeg = SelectShippingLine.For(TwoPlaces(), "1", "0").Value;
        var both = SelectShippingLine.For(winnipeg, "2", "1").Value;

        OrderDestinations.OfferedTo(winnipeg, "2").Selected.ShouldBeNull();
        OrderDestinations.OfferedTo(both, "1").Selected!.Code.ShouldBe("local");
        OrderDestinations.OfferedTo(both, "2").Selected!.Code.ShouldBe("air");
        both.Shipping.Selected!.Amount.ShouldBe(
            OrderDestinations.OfferedTo(both, "1").Selected!.Amount + OrderDestinations.OfferedTo(both, "2").Selected!.Amount
        );
    }

    [Theory]
    [InlineData("1", false)]
    [InlineData("2", false)]
    [InlineData("1,2", true)]
    public void Placing_UntilEveryDestinationHasARate_IsRefused(string chosen, bool holds)
    {
        var order = TwoPlaces();
        foreach (var id in chosen.Split(','))
            order = SelectShippingLine.For(order, id, "0").Value;

        Lacks(order, Shop).ShouldBe(!holds);
    }

    [Fact]
    public void Placing_RateNoLongerOfferedToOneDestination_DropsThatOneAlone()
    {
        var order = SelectShippingLine.For(SelectShippingLine.For(TwoPlaces(), "1", "0").Value, "2", "1").Value;
        var zones = Shop.ShippingZones;
        var without = Shop with { ShippingZones = zones.SetItem(2, zones[2] with { Rates = [zones[2].Rates[0]] }) };

        Lacks(order, without).ShouldBeTrue();
        var left = DropUnfit.Decide(order, without, AnOrder.Now);

        OrderDestinations.OfferedTo(left, "1").Selected!.Code.ShouldBe("local");
        OrderDestinations.OfferedTo(left, "2").Selected.ShouldBeNull();
    }

    [Fact]
    public void Line_Divided_TakesUnitsFromTheOrdersOwnAddressAndGivesThemBack()
    {
        var order = TwoPlaces();

        var divided = Send(order, "2", "board", 1);
        var more = Send(divided, "2", "board", 3);
        var fewer = Send(more, "2", "board", 2);
        var back = ShippingAddresses.Remove(fewer, Shop, "2", AnOrder.Now).Value;

        Units(divided, "board").ShouldBe([("1", 3), ("2", 1)]);
        Units(more, "board").ShouldBe([("1", 1), ("2", 3)]);
        Units(fewer, "board").ShouldBe([("1", 2), ("2", 2)]);
        Units(back, "board").ShouldBe([("1", 4)]);
        OrderDestinations.IsDivided(back).ShouldBeFalse();
        back.Shipping.Destinations.ShouldBeNull();
        back.LineItems.ShouldAllBe(line => line.ShippingAddress == null && line.Divided == null);
    }

    [Fact]
    public void Line_WithFewerUnits_KeepsThoseThatGoElsewhere()
    {
        var divided = Send(TwoPlaces(), "2", "board", 2);

        Units(ChangeLineItem.Update(divided, Shop, "board", 3, AnOrder.Now).Value, "board").ShouldBe([("1", 1), ("2", 2)]);
        Units(ChangeLineItem.Update(divided, Shop, "board", 1, AnOrder.Now).Value, "board").ShouldBe([("2", 1)]);
        Units(ChangeLineItem.Update(divided, Shop, "board", 9, AnOrder.Now).Value, "board").ShouldBe([("1", 7), ("2", 2)]);
    }

    [Fact]
    public void Address_Moved_OffersItsRatesAnewAndLeavesTheOther()
    {
        var order = SelectShippingLine.For(SelectShippingLine.For(TwoPlaces(), "1", "1").Value, "2", "0").Value;

        var moved = ShippingAddresses.Update(order, Shop, "2", AnOrder.Winnipeg with { AddressLine1 = "2 Main St" }, AnOrder.Now).Value;

        OrderDestinations.OfferedTo(moved, "1").Selected!.Code.ShouldBe("post");
        OrderDestinations.OfferedTo(moved, "2").Available.Select(line => line.Code).ShouldBe(["local", "post"]);
        OrderDestinations.OfferedTo(moved, "2").Selected.ShouldBeNull();
    }

    [Theory]
    [InlineData("address")]
    [InlineData("units")]
    [InlineData("rate")]
    public void Taxes_OfAnotherDestinationRateOrDivision_AreStale(string what)
    {
        var order = Taxed(SelectShippingLine.For(SelectShippingLine.For(TwoPlaces(), "1", "0").Value, "2", "0").Value);
        TaxedContent.IsTaxed(order, Shop).ShouldBeTrue();

        var changed = what switch
        {
            "address" => ShippingAddresses
                .Update(order, Shop, "2", AnyDivision.Seattle with { AddressLine1 = "9 Pike St" }, AnOrder.Now)
                .Value,
            "units" => Send(order, "2", "board", 1),
            _ => SelectShippingLine.For(order, "2", "1").Value,
        };

        TaxedContent.IsTaxed(changed, Shop).ShouldBeFalse();
    }

    [Fact]
    public void Cart_Changed_KeepsTheTaxesOfEachDestinationRight()
    {
        var order = Taxed(TwoPlaces());

        var changed = FollowTaxes.After(order, ChangeLineItem.Update(order, Shop, "book", 2, AnOrder.Now).Value, Shop);

        TaxedContent.IsTaxed(changed, Shop).ShouldBeTrue();
        changed.Taxes!.Lines["book"].ShouldBe([new Tax("GST", 414, false)]);
    }

    [Fact]
    public void OldOrder_OfSeveralAddressesWithOneRate_SharesItByWeightUntilItIsListedAgain()
    {
        var order = TwoPlaces();
        var old = order with { Shipping = new OrderShipping { Selected = new ShippingLine("0", "local", 1000, "local") } };

        var shares = PricedDestination.Of(old, OrderPrice.Of(old));

        shares.Select(d => d.Cost).ShouldBe([800, 200]);
        OrderDestinations.LackRate(old).ShouldBeTrue();
        OrderDestinations.OfferedTo(Relist.After(old, Shop), "2").Available.Select(line => line.Code).ShouldBe(["ground", "air"]);
    }

    /// <summary>Four boards to Winnipeg, a book to Seattle.</summary>
    private static Order TwoPlaces()
    {
        var order = AnOrder.Of(AnOrder.Line("board", 4, 250), AnOrder.Line("book", 1, 2000)) with { ShippingAddress = AnOrder.Winnipeg };
        var added = ShippingAddresses.Add(order, Shop, AnyDivision.Seattle, AnOrder.Now).Value;
        return Send(added, "2", "book", null);
    }

    private static bool Lacks(Order order, Shop shop) =>
        ProcessOrderRules.Check(order, shop).Any(problem => problem.SubType == "shipping_lines");

    private static Order Send(Order order, string address, string line, int? quantity) =>
        ShippingAddresses.Send(order, Shop, address, new Dictionary<string, int?> { [line] = quantity }, AnOrder.Now).Value;

    private static Order Taxed(Order order) => GenerateTaxes.Decide(order, TaxRates.Of(Shop, order)!, included: false);

    private static IEnumerable<(string, int)> Units(Order order, string key) =>
        OrderDestinations.Of(order).SelectMany(d => d.Lines.Where(sent => sent.Line.Key == key).Select(sent => (d.Id, sent.Quantity)));
}
