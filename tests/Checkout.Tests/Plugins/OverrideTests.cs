using System.Collections.Immutable;
using Checkout.Addresses;
using Checkout.Changing.Taxes;
using Checkout.Http.Plugins;
using Checkout.Money;
using Checkout.Orders;
using Checkout.Plugins.Calls;
using Checkout.Plugins.Overrides;
using Checkout.Running;
using Checkout.Stores;
using Checkout.Tests.Reserving;
using Shouldly;
using Xunit;

namespace Checkout.Tests.Plugins;

public sealed class OverrideTests
{
    private const string Url = "https://example.com/override";
    private static readonly OverrideQuestions Questions = new();
    private readonly PluginStage stage = new();
    private readonly CountedStock stock = [];
    private readonly OverrideCalls calls;

    public OverrideTests() => calls = new OverrideCalls(stage, stock, new AskedOnce(), stage.Time);

    [Fact]
    public async Task Shipping_Example_ValuesAreInDollars()
    {
        var lines = await new ShippingOverride(
            Answers(
                """{"name":"Left-turn Shipping","rates":[{"line_text":"Overnight Express","value":15,"code":"EXP"},{"line_text":"Economy (5-7 Business Days)","value":10.5,"code":"ECO"}]}"""
            ),
            Questions,
            new NoStateAuthority()
        ).For(Order(OverrideKinds.Shipping), PluginStage.Shop(), PluginStage.Order().ShippingAddress!, CancellationToken.None);
        lines.Value.ShouldBe([new("0", "Overnight Express", 1500, "EXP"), new("1", "Economy (5-7 Business Days)", 1050, "ECO")]);
        var asked = PluginStage.Json(stage.Requests.Single());
        asked
            .EnumerateObject()
            .Select(p => p.Name)
            .ShouldBe(["cart", "source_address", "destination_address", "note_attributes", "cart_params"]);
        asked.GetProperty("destination_address").GetProperty("address1").GetString().ShouldBe("123 Fake Street");
        asked.GetProperty("cart")[0].GetProperty("platform_variant_id").GetInt64().ShouldBe(123456789);
    }

    [Theory]
    [InlineData(2, 1, 0)]
    [InlineData(2, 0, 2)]
    [InlineData(9, 9, 0)]
    [InlineData(0, 9, 2)]
    public async Task Inventory_AnItemForEachLineOfOneSku_SpeaksForItsOwnLine(int first, int second, int shortLines)
    {
        var order = Order(OverrideKinds.Inventory) with { LineItems = [PluginStage.Line("a", 100, 2), PluginStage.Line("b", 100, 1)] };
        var answer = (
            await new InventoryOverride(
                Answers(
                    $$"""
                    {"type":"initial","items":[{"sku":"TEST-SM-RED-CTN-01","quantity":2,"available_quantity":{{first}}},{"sku":"TEST-SM-RED-CTN-01","quantity":1,"available_quantity":{{second}}}]}
                    """
                ),
                Questions,
                new NoStateAuthority()
            ).Check(order, PluginStage.Shop(), InventoryAnswer.Initial, CancellationToken.None)
        )!.Value.Value;

        answer.ShortOf(order).Length.ShouldBe(shortLines);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"error":"The database is down."}""")]
    public async Task Tax_AnswerThatSaysNothingOfTaxes_IsAFailureAndNotWordOfNone(string answer)
    {
        var rates = await new TaxOverride(Answers(answer), Questions, new NoStateAuthority()).For(
            Order(OverrideKinds.Tax),
            PluginStage.Shop(),
            PluginStage.Order().ShippingAddress!,
            CancellationToken.None
        );

        rates.Problems.ShouldHaveSingleItem().Kind.ShouldBe(ProblemKind.Upstream);
        (
            await new TaxOverride(Answers("""{"line_items":[]}"""), Questions, new NoStateAuthority()).For(
                Order(OverrideKinds.Tax),
                PluginStage.Shop(),
                PluginStage.Order().ShippingAddress!,
                CancellationToken.None
            )
        ).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task Tax_CountedLine_ComesWithTheUnitsOnHandAndTheWarehousesAddress()
    {
        var order = Order(OverrideKinds.Tax);
        stock[order.LineItems[0].Sku] = 7;
        order = order with { LineItems = order.LineItems.SetItem(0, order.LineItems[0] with { TracksInventory = true }) };

        await new TaxOverride(Answers("""{"line_items":[]}"""), Questions, new NoStateAuthority()).For(
            order,
            PluginStage.Shop(),
            order.ShippingAddress!,
            CancellationToken.None
        );

        var asked = PluginStage.Json(stage.Requests.Single());
        asked.GetProperty("cart")[0].GetProperty("platform_variant").GetProperty("inventory_quantity").GetInt64().ShouldBe(7);
        asked.GetProperty("warehouse_address").GetProperty("address").GetString().ShouldBe("123 Warehouse Road");
    }

    [Fact]
    public async Task Tax_Example_AmountBeatsRateAndOtherLinesTakeTheSubtotals()
    {
        var rates = (
            await new TaxOverride(
                Answers(
                    """{"line_items":{"AABBCC123":[{"rate":0.05,"name":"GST","amount":14}]},"shipping":[{"rate":"0.01","name":"VAT"}],"sub_total":[{"rate":0.05,"name":"GST"},{"rate":0.08,"name":"PST"}]}"""
                ),
                Questions,
                new NoStateAuthority()
            ).For(Order(OverrideKinds.Tax), PluginStage.Shop(), PluginStage.Order().ShippingAddress!, CancellationToken.None)
        ).Value;
        var order = GenerateTaxes.Decide(Order(OverrideKinds.Tax), rates, included: false);
        order.Taxes!.Lines["AABBCC123"].ShouldBe([new("GST", 28, false)]);
        order.Taxes.Lines["17255784153145:88efe753c99a31ae7059ff6089dd1c7c"].ShouldBe([new("GST", 100, false), new("PST", 160, false)]);
        order.Taxes.Shipping.ShouldBe([new("VAT", 10, false)]);
        var asked = PluginStage.Json(stage.Requests.Single());
        asked
            .EnumerateObject()
            .Select(p => p.Name)
            .ShouldBe([
                "store_addresses",
                "shipping_address",
                "sub_total",
                "shipping_total",
                "warehouse_address",
                "shipping_lines",
                "cart",
                "note_attributes",
                "cart_params",
            ]);
        asked
            .GetProperty("shipping_address")
            .GetRawText()
            .ShouldBe("""{"address":"123 Fake Street","city":"Destination City","province":"MB","country":"CA","postal_code":"H0H 1H1"}""");
    }

    [Theory]
    [InlineData("""{"valid":false,"errors":[{"field":"postal_code","error_message":"Code not valid for country and province"}]}""")]
    [InlineData("""{"valid":false,"errors":{"field":"postal_code","error_message":"Code not valid for country and province"}}""")]
    [InlineData("""{"valid":0,"errors":{"postal_code":"Code not valid for country and province"}}""")]
    public async Task Address_Example_ErrorNamesTheField(string answer)
    {
        var problems = await new CheckAddress(new AddressOverride(Answers(answer), Questions)).Of(
            Order(OverrideKinds.AddressValidate),
            PluginStage.Shop(),
            PluginStage.Order().ShippingAddress!,
            AddressKind.Shipping,
            CancellationToken.None
        );
        var problem = problems.ShouldHaveSingleItem();
        (problem.Field, problem.Message, problem.AddressType).ShouldBe(
            ("postal_code", "Code not valid for country and province", "shipping")
        );
        PluginStage
            .Json(stage.Requests.Single())
            .EnumerateObject()
            .Select(p => p.Name)
            .ShouldBe([
                "first_name",
                "last_name",
                "company",
                "address",
                "address2",
                "city",
                "province",
                "province_code",
                "country",
                "country_code",
                "postal_code",
                "phone",
            ]);
    }

    [Fact]
    public async Task Inventory_FinalShortage_IsKeptAndNotAskedForAgain()
    {
        var inventory = new InventoryOverride(
            Answers("""{"type":"final","items":[{"sku":"TEST-SM-RED-CTN-01","variant_id":"77","quantity":"1","available_quantity":0}]}"""),
            Questions,
            new NoStateAuthority()
        );
        var answer = (
            await inventory.Check(Order(OverrideKinds.Inventory), PluginStage.Shop(), InventoryAnswer.Final, CancellationToken.None)
        )!
            .Value
            .Value;
        var kept = InventoryOverride.Keep(Order(OverrideKinds.Inventory), answer);
        answer.ShortOf(kept).Length.ShouldBe(3);
        (await inventory.Check(kept, PluginStage.Shop(), InventoryAnswer.Final, CancellationToken.None))!
            .Value.Value.ShortOf(kept)
            .Length.ShouldBe(3);
        stage.Requests.Count.ShouldBe(1);
        var asked = PluginStage.Json(stage.Requests.Single());
        asked
            .EnumerateObject()
            .Select(p => p.Name)
            .ShouldBe(["type", "items", "order_id", "shipping_address", "note_attributes", "cart_params"]);
        asked.GetProperty("order_id").GetString().ShouldBe(kept.PublicOrderId);
    }

    [Theory]
    [InlineData("FixedAmount", DiscountTarget.Order, AmountKind.Fixed, 50)]
    [InlineData("Percentage", DiscountTarget.Order, AmountKind.Percentage, 50)]
    [InlineData("FreeShipping", DiscountTarget.Shipping, AmountKind.Percentage, 100)]
    [InlineData("ShippingFixedAmount", DiscountTarget.Shipping, AmountKind.Fixed, 50)]
    [InlineData("ShippingPercentage", DiscountTarget.Shipping, AmountKind.Percentage, 50)]
    [InlineData("FixedExceptProductsInList", DiscountTarget.Lines, AmountKind.Fixed, 50)]
    [InlineData("PercentageExceptProductsInList", DiscountTarget.Lines, AmountKind.Percentage, 50)]
    [InlineData("FixedProductsInList", DiscountTarget.Lines, AmountKind.Fixed, 50)]
    [InlineData("PercentageProductsInList", DiscountTarget.Lines, AmountKind.Percentage, 50)]
    public async Task Discount_EveryKind_BecomesARule(string kind, DiscountTarget target, AmountKind amount, int value)
    {
        var found = await Discount(
            $$"""{"found":true,"valid":true,"kind":"{{kind}}","amount":50,"conditions":[],"params":[{"itemKeys":["AABBCC123"]}],"message":"SomeMessage","tag_line":"Discount"}"""
        );
        (found.Value.Target, found.Value.Kind, found.Value.Value, found.Value.Text).ShouldBe((target, amount, value, "SomeMessage"));
        found.Value.ExceptLines.ShouldBe(kind.Contains("Except", StringComparison.Ordinal));
        var asked = PluginStage.Json(stage.Requests.Single());
        asked
            .EnumerateObject()
            .Select(p => p.Name)
            .ShouldBe([
                "discount",
                "platform_id",
                "platform",
                "email_address",
                "order_id",
                "finalize",
                "shipping_country_code",
                "variants_in_cart",
                "line_items",
            ]);
        asked.GetProperty("discount").GetString().ShouldBe("SUMMER2022");
    }

    [Theory]
    [InlineData("emailEquals", "john@example.com", true)]
    [InlineData("emailEquals", "jane@example.com", false)]
    [InlineData("cartTotalMin", "13000", true)]
    [InlineData("cartTotalMin", "13001", false)]
    [InlineData("shippingCostMax", "1000", true)]
    [InlineData("shippingCostMax", "999", false)]
    [InlineData("shippingCostMin", "1000", true)]
    [InlineData("shippingCostMin", "1001", false)]
    [InlineData("inCountries", "CA", true)]
    [InlineData("inCountries", "US", false)]
    [InlineData("useLimitPerCustomer", "1", true)]
    [InlineData("use_limit_reached", "false", true)]
    [InlineData("use_limit_reached", "true", false)]
    [InlineData("moonPhase", "full", false)]
    public async Task Discount_Condition_Decides(string name, string value, bool holds)
    {
        var found = await Discount(
            $$"""{"found":true,"valid":true,"kind":"FixedAmount","amount":1,"conditions":[{"name":"{{name}}","params":{"value":"{{value}}" } }]}"""
        );
        found.Succeeded.ShouldBe(holds);
        if (!holds)
            found.Problems[0].Field.ShouldBe("discounts");
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"rates":[{"value":-1}]}""")]
    [InlineData("""{"rates":[{"value":"much"}]}""")]
    [InlineData("""{"rates":3}""")]
    public async Task Shipping_Nonsense_IsUpstreamAndNeverTheBuiltInRates(string answer)
    {
        var lines = await new ShippingOverride(Answers(answer), Questions, new NoStateAuthority()).For(
            Order(OverrideKinds.Shipping),
            PluginStage.Shop(),
            PluginStage.Order().ShippingAddress!,
            CancellationToken.None
        );
        lines.Problems.ShouldHaveSingleItem().Kind.ShouldBe(ProblemKind.Upstream);
    }

    [Fact]
    public async Task Shipping_NoAnswer_IsUpstreamAfterTheLimit()
    {
        stage.Plugins[Url] = (_, _) => new TaskCompletionSource<PluginReply>().Task;
        var asking = new ShippingOverride(calls, Questions, new NoStateAuthority()).For(
            Order(OverrideKinds.Shipping),
            PluginStage.Shop(),
            PluginStage.Order().ShippingAddress!,
            CancellationToken.None
        );
        stage.Time.Advance(OverrideCalls.Limit);
        (await asking).Problems.ShouldHaveSingleItem().Kind.ShouldBe(ProblemKind.Upstream);
    }

    [Fact]
    public void Fix_ShopOverrides_AreOnTheOrderAndAPluginWins()
    {
        var shop = PluginStage.Shop() with { Overrides = [new("o1", OverrideKinds.Tax, Url, "secret:s")] };
        FixOverrides.Of(shop)[OverrideKinds.Tax].ShouldBe(new OrderOverride(Url, null, "secret:s"));
    }

    private OverrideCalls Answers(string body)
    {
        stage.Plugins[Url] = (_, _) => Task.FromResult(PluginStage.Reply(body));
        return calls;
    }

    private Task<Result<OrderDiscount>> Discount(string body)
    {
        var order = Order(OverrideKinds.Discount);
        return new DiscountOverride(Answers(body), Questions).Find(
            order.Plugins.Overrides[OverrideKinds.Discount],
            order,
            PluginStage.Shop(),
            " SUMMER2022 ",
            finalize: false,
            "d1",
            CancellationToken.None
        );
    }

    private static Order Order(string kind)
    {
        var order = PluginStage.Order();
        return order with
        {
            Plugins = order.Plugins with
            {
                Overrides = ImmutableDictionary<string, OrderOverride>.Empty.Add(kind, new OrderOverride(Url, "p1", "secret:p1")),
            },
        };
    }
}
