using System.Collections.Immutable;
using System.Text.Json;
using Checkout.Changing.Cart;
using Checkout.Changing.MetaData;
using Checkout.Shops;
using Shouldly;
using Xunit;

namespace Checkout.Tests.Orders;

public sealed class ChangeLineItemTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(10_000)]
    public void Update_QuantityOutOfBounds_IsRefused(int quantity) =>
        ChangeLineItem
            .Update(AnOrder.Of(AnOrder.Line()), AnOrder.Shop(), "line", quantity, AnOrder.Now)
            .Problems.ShouldHaveSingleItem()
            .Field.ShouldBe("quantity");

    [Fact]
    public void Update_UnknownKey_IsRefused() =>
        ChangeLineItem
            .Update(AnOrder.Of(), AnOrder.Shop(), "line", 1, AnOrder.Now)
            .Problems.ShouldHaveSingleItem()
            .Field.ShouldBe("line_item_key");

    [Fact]
    public void Update_MoreThanARateCarries_DropsTheSelectedShipping()
    {
        var shop = AnOrder.Shop() with
        {
            ShippingZones =
            [
                new ShippingZone
                {
                    Name = "All",
                    Rates =
                    [
                        new ZoneRate
                        {
                            Code = "light",
                            Description = "Light",
                            Amount = 500,
                            MaxWeight = 2000,
                        },
                    ],
                },
            ],
        };
        var order = AnOrder.WithShipping(shop);
        ChangeLineItem.Update(order, shop, "line", 2, AnOrder.Now).Value.Shipping.Selected!.Code.ShouldBe("light");
        ChangeLineItem.Update(order, shop, "line", 3, AnOrder.Now).Value.Shipping.Selected.ShouldBeNull();
    }

    [Fact]
    public void Remove_Line_LeavesTheOthers() =>
        ChangeLineItem
            .Remove(AnOrder.Of(AnOrder.Line("a"), AnOrder.Line("b")), AnOrder.Shop(), "a", AnOrder.Now)
            .Value.LineItems.Select(l => l.Key)
            .ShouldBe(["b"]);

    [Fact]
    public void MetaData_Merge_KeepsWhatIsNotNamed()
    {
        var first = ChangeMetaData
            .Merge(
                AnOrder.Of(),
                new MetaDataChange
                {
                    CartParameters = Entries("a"),
                    Notes = "one",
                    Tags = ["x"],
                },
                AnOrder.Now
            )
            .Value;
        var second = ChangeMetaData
            .Merge(first, new MetaDataChange { CartParameters = Entries("b"), Tags = ["x", "y"] }, AnOrder.Now)
            .Value.MetaData;
        second.CartParameters.Keys.Order().ShouldBe(["a", "b"]);
        second.Notes.ShouldBe("one");
        second.Tags.ShouldBe(["x", "y"]);
    }

    [Fact]
    public void MetaData_Replace_EmptiesTheRest()
    {
        var first = ChangeMetaData
            .Merge(AnOrder.Of(), new MetaDataChange { CartParameters = Entries("a"), Tags = ["x"] }, AnOrder.Now)
            .Value;
        var second = ChangeMetaData.Replace(first, new MetaDataChange { Notes = "two" }, AnOrder.Now).Value.MetaData;
        (second.CartParameters.Count, second.Notes, second.Tags.Length).ShouldBe((0, "two", 0));
    }

    private static ImmutableDictionary<string, JsonElement> Entries(string key) =>
        ImmutableDictionary<string, JsonElement>.Empty.Add(key, JsonSerializer.SerializeToElement("value"));
}
