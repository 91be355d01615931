using System.Text;
using System.Text.Json;
using Checkout.Http.Plugins;
using Checkout.Money;
using Checkout.Orders;
using Checkout.Plugins;
using Checkout.Plugins.Calls;
using Checkout.Pricing;
using Checkout.Shops;
using Shouldly;
using Xunit;

namespace Checkout.Tests.Plugins;

/// <summary>What a plugin's answer brings about is there once, however often the event is raised and wherever the action stands in the answer.</summary>
public sealed class ActionIdentityTests
{
    private const string Tenth = """{"type":"discount_cart","data":{"discountType":"percentage","discountPercentage":10}}""";
    private const string Fifth = """{"type":"discount_cart","data":{"discountType":"percentage","discountPercentage":20}}""";
    private const string Dearer = """{"type":"adjust_line_item_price","data":{"line_item_key":"AABBCC123","value":150}}""";
    private const string MuchDearer = """{"type":"adjust_line_item_price","data":{"line_item_key":"AABBCC123","value":400}}""";
    private const string Tag = """{"type":"add_tag","data":{"name":"seen"}}""";
    private const string Costlier = """{"type":"add_shipping_lines_value","data":{"add":300}}""";

    [Fact]
    public void Discount_AtAnotherPlaceOfTheNextAnswer_IsThereOnce()
    {
        var once = Answered(PluginStage.Order(), [Tag, Tenth]);

        Answered(once, [Tenth]).Discounts.ShouldHaveSingleItem();
        Answered(once, [Dearer, Tag, Tenth]).Discounts.ShouldHaveSingleItem();
    }

    [Fact]
    public void PriceChange_AtAnotherPlaceOfTheNextAnswer_IsMadeOnce()
    {
        var once = Answered(PluginStage.Order(), [Tag, Dearer]);

        Answered(once, [Dearer, Tag]).LineItems[0].Price.ShouldBe(5150);
    }

    [Fact]
    public void TwoHooks_SameActions_AreBothThere()
    {
        var order = Answered(Answered(PluginStage.Order(), [Tenth], Hook("gold")), [Tenth], Hook("birthday"));

        order.Discounts.Length.ShouldBe(2);
        Answered(order, [Tenth], Hook("gold")).Discounts.Length.ShouldBe(2);
    }

    [Fact]
    public void HookWhoseNameBeginsAsAnothers_WithdrawsOnlyItsOwn()
    {
        var order = Answered(PluginStage.Order(), [Tenth], Hook("gold:discount_cart"));

        Answered(order, [Fifth], Hook("gold")).Discounts.Length.ShouldBe(2);
    }

    [Fact]
    public void HookOnAnOrderFromBeforeHooksWereToldApart_LeavesWhatAnyOfThemMade()
    {
        var made = new OrderDiscount("p1:app_hook:0", "", "Old", DiscountTarget.Order, AmountKind.Fixed, 100);
        var order = PluginStage.Order() with { Discounts = [made] };

        Answered(order, [Fifth], Hook("gold")).Discounts.Length.ShouldBe(2);
    }

    [Fact]
    public void EqualActions_InOneAnswer_AreAllThereAndStayThat()
    {
        var order = Answered(PluginStage.Order(), [Tenth, Tenth]);

        order.Discounts.Length.ShouldBe(2);
        Answered(order, [Tenth, Tenth]).Discounts.Length.ShouldBe(2);
    }

    [Fact]
    public void OtherContent_InTheNextAnswer_TakesThePlaceOfTheEarlierOne()
    {
        var order = Answered(PluginStage.Order(), [Tenth, Dearer, Costlier]);
        var again = Answered(order, [MuchDearer, Fifth, Costlier.Replace("300", "500", StringComparison.Ordinal)]);

        again.Discounts.ShouldHaveSingleItem().Value.ShouldBe(20m);
        again.LineItems[0].Price.ShouldBe(5400);
        again.Shipping.Selected!.Amount.ShouldBe(1500);
    }

    [Fact]
    public void NextAnswerWithoutTheType_LeavesWhatTheEarlierOneMade()
    {
        var again = Answered(Answered(PluginStage.Order(), [Tenth, Dearer]), [Tag]);

        again.Discounts.ShouldHaveSingleItem();
        again.LineItems[0].Price.ShouldBe(5150);
    }

    [Fact]
    public void AnotherPlugin_SameAnswer_HasItsOwn() =>
        Answered(Answered(PluginStage.Order(), [Tenth]), [Tenth], plugin: "p2").Discounts.Length.ShouldBe(2);

    [Fact]
    public void MadeByPlaceBeforeIdentitiesHadContent_IsReplaced()
    {
        var order = PluginStage.Order() with
        {
            Discounts =
            [
                new OrderDiscount($"p1:{PluginEventNames.OrderSubmitted}:0", "", "", DiscountTarget.Order, AmountKind.Percentage, 10)
                {
                    PluginUuid = "p1",
                },
            ],
        };

        OrderPrice.Of(Answered(order, [Tenth])).Discounts.ShouldHaveSingleItem();
    }

    private static PluginEvent Hook(string name) =>
        new(PluginEventNames.AppHook)
        {
            Properties = System.Collections.Immutable.ImmutableDictionary<string, JsonElement>.Empty.Add(
                "hook",
                JsonDocument.Parse($"\"{name}\"").RootElement
            ),
        };

    private static Order Answered(Order order, string[] actions, PluginEvent? @event = null, string plugin = "p1")
    {
        var shop = PluginStage.Shop(PluginStage.Plugin(plugin));
        var raised = @event ?? PluginEventNames.OrderSubmitted;
        var answer = new PluginBodies().Read(
            shop.Plugins[0],
            raised.Name,
            new PluginReply(Encoding.UTF8.GetBytes($$"""{"actions":[{{string.Join(',', actions)}}]}"""))
        );
        return new PluginAnswers([answer with { Origin = raised.Origin }], PluginAnswers.None.Products).Apply(order, shop, PluginStage.Now);
    }
}
