using System.Text;
using System.Text.Json;
using Checkout.Http.Plugins;
using Checkout.Orders;
using Checkout.Payments.Splitting;
using Checkout.Plugins;
using Checkout.Plugins.Calls;
using Checkout.Pricing;
using Checkout.Shops;
using CsCheck;
using Shouldly;
using Xunit;

namespace Checkout.Tests.Plugins;

public sealed class PluginEventTests
{
    private const string AddTagA = """{"success":true,"actions":[{"type":"add_tag","data":{"name":"a"}}]}""";

    [Fact]
    public async Task Raise_NobodySubscribes_AsksNobody()
    {
        var stage = new PluginStage();
        var order = PluginStage.Order();
        (await stage.Raise(order, PluginStage.Shop(PluginStage.Plugin(events: [])), PluginEventNames.InitializeCheckout)).ShouldBeSameAs(
            order
        );
        stage.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Raise_Envelope_HasTheKeysOfThePage()
    {
        var stage = new PluginStage();
        await stage.Raise(
            PluginStage.Order(),
            PluginStage.Shop(PluginStage.Plugin()),
            new PluginEvent(PluginEventNames.AppHook)
            {
                Properties = System.Collections.Immutable.ImmutableDictionary<string, JsonElement>.Empty.Add(
                    "hook",
                    JsonDocument.Parse("\"clicked\"").RootElement
                ),
            }
        );
        var body = PluginStage.Json(stage.Requests.Single());
        Keys(body).ShouldBe(["event", "event_id", "sequence", "cart", "cart_params", "customer", "order", "properties"]);
        Keys(body.GetProperty("cart"))
            .ShouldBe([
                "total_weight",
                "item_count",
                "requires_shipping",
                "bold_cart_id",
                "cart_token",
                "public_token",
                "attributes",
                "line_items",
                "subtotal",
            ]);
        Keys(body.GetProperty("customer").GetProperty("core_info"))
            .ShouldBe(["first_name", "last_name", "tags", "public_id", "customer_id", "email", "billing_type", "accepts_marketing"]);
        Keys(body.GetProperty("customer").GetProperty("shipping"))
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
        body.GetProperty("cart").GetProperty("attributes").GetRawText().ShouldBe("[]");
        body.GetProperty("cart").GetProperty("subtotal").GetInt64().ShouldBe(13_000);
        body.GetProperty("cart")
            .GetProperty("line_items")[0]
            .GetProperty("platform_variant")
            .GetProperty("price")
            .GetDecimal()
            .ShouldBe(50m);
        body.GetProperty("order").GetProperty("order_total").GetInt64().ShouldBe(14_000);
        body.GetProperty("properties").GetProperty("hook").GetString().ShouldBe("clicked");
    }

    [Fact]
    public async Task Raise_EveryEvent_IsNamedInTheEnvelope()
    {
        foreach (var name in PluginEventNames.All)
        {
            var stage = new PluginStage();
            await stage.Raise(PluginStage.Order(), PluginStage.Shop(PluginStage.Plugin()), name);
            PluginStage.Json(stage.Requests.Single()).GetProperty("event").GetString().ShouldBe(name);
        }
    }

    [Fact]
    public async Task Raise_TwoPlugins_ActionsApplyInTheOrderOfPosition()
    {
        var stage = new PluginStage()
            .Answers("late", PluginStage.Action("set_order_created_by", """{"created_by":"late"}"""))
            .Answers("early", PluginStage.Action("set_order_created_by", """{"created_by":"early"}"""));
        var order = await stage.Raise(
            PluginStage.Order(),
            PluginStage.Shop(PluginStage.Plugin("late", 2), PluginStage.Plugin("early", 1)),
            PluginEventNames.InitializeCheckout
        );
        order.CreatedVia.ShouldBe("late");
    }

    [Fact]
    public async Task Raise_ScopeNotApproved_ActionIsRefusedAndOnTheTimeline()
    {
        var stage = new PluginStage().Answers("p1", AddTagA);
        var order = await stage.Raise(
            PluginStage.Order(),
            PluginStage.Shop(PluginStage.Plugin(scopes: [PluginScopes.ModifyCart])),
            PluginEventNames.InitializeCheckout
        );
        order.MetaData.Tags.ShouldBeEmpty();
        var entry = order.NewTimeline.ShouldHaveSingleItem();
        (entry.Event, entry.Actor).ShouldBe(("plugin.refused", "plugin:p1"));
        entry.Detail!.ShouldContain("add_tags");
    }

    [Fact]
    public async Task Raise_SlowPlugin_IsSkippedAfterTwentySecondsAndTheOthersApply()
    {
        var stage = new PluginStage().Answers("quick", AddTagA);
        var slow = new TaskCompletionSource<PluginReply>();
        stage.Plugins["https://slow.example.com/checkout/event"] = (_, _) => slow.Task;
        var raising = stage.Raise(
            PluginStage.Order(),
            PluginStage.Shop(PluginStage.Plugin("slow", 1), PluginStage.Plugin("quick", 2)),
            PluginEventNames.OrderSubmitted
        );
        raising.IsCompleted.ShouldBeFalse();
        stage.Time.Advance(TimeSpan.FromSeconds(20));
        var order = await raising;
        order.MetaData.Tags.ShouldBe(["a"]);
        order.NewTimeline[0].Event.ShouldBe("plugin.skipped");
        order.NewTimeline[0].Detail!.ShouldContain("20 s");
    }

    [Fact]
    public async Task Raise_PluginWithALimitOfItsOwn_IsSkippedThenAndNoOtherIs()
    {
        var stage = new PluginStage();
        var (slow, patient) = (new TaskCompletionSource<PluginReply>(), new TaskCompletionSource<PluginReply>());
        stage.Plugins["https://slow.example.com/checkout/event"] = (_, _) => slow.Task;
        stage.Plugins["https://patient.example.com/checkout/event"] = (_, _) => patient.Task;
        var raising = stage.Raise(
            PluginStage.Order(),
            PluginStage.Shop(PluginStage.Plugin("slow", 1) with { TimeLimitSeconds = 3 }, PluginStage.Plugin("patient", 2)),
            PluginEventNames.OrderSubmitted
        );

        stage.Time.Advance(TimeSpan.FromSeconds(3));
        patient.SetResult(PluginStage.Reply(AddTagA));
        var order = await raising;

        order.MetaData.Tags.ShouldBe(["a"]);
        order.NewTimeline[0].Detail!.ShouldContain("within 3 s");
    }

    [Theory]
    [InlineData("")]
    [InlineData("no json")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"success\":false,\"actions\":[{\"type\":\"add_tag\",\"data\":{\"name\":\"a\"}}]}")]
    [InlineData("{\"success\":\"false\",\"actions\":[{\"type\":\"add_tag\",\"data\":{\"name\":\"a\"}}]}")]
    [InlineData("{\"success\":0,\"actions\":[{\"type\":\"add_tag\",\"data\":{\"name\":\"a\"}}]}")]
    [InlineData("{\"actions\":{}}")]
    [InlineData("{\"actions\":[1]}")]
    [InlineData("{\"actions\":[{\"type\":1}]}")]
    [InlineData("{\"actions\":[{\"type\":\"add_tag\",\"data\":{\"name\":\"\\ud800\"}}]}")]
    public async Task Raise_Nonsense_IsSkippedAndRecorded(string answer)
    {
        var order = await PluginStage.After(answer);
        order.MetaData.Tags.ShouldBeEmpty();
        order.NewTimeline.ShouldHaveSingleItem().Event.ShouldBe("plugin.skipped");
    }

    [Fact]
    public async Task Raise_TenThousandActions_AreSkippedWhole()
    {
        var actions = string.Join(',', Enumerable.Repeat("""{"type":"add_tag","data":{"name":"a"}}""", 10_000));
        (await PluginStage.After($$"""{"success":true,"actions":[{{actions}}]}""")).MetaData.Tags.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("add_fee", """{"id":"f","fee_type":"fixed","value":-1}""", "value")]
    [InlineData("add_fee", """{"id":"f","fee_type":"daily","value":1}""", "fee_type")]
    [InlineData("add_fee", """{"id":"f","fee_type":"fixed","value":{}}""", "value")]
    [InlineData("add_tag", """{"name":{}}""", "name")]
    [InlineData("set_line_item_price", """{"line_item_key":"none","value":1}""", "line_item_key")]
    [InlineData("set_line_item_price", """{"line_item_key":"AABBCC123","value":-1}""", "value")]
    [InlineData("set_currency", """{"currency":"XXQ","rate":1}""", "currency")]
    [InlineData("set_currency", """{"currency":"USD","rate":0}""", "rate")]
    [InlineData("change_shipping_address", """{"city":"X"}""", "country_code")]
    [InlineData("change_shipping_address", """{"city":"X","country_code":"CA\n"}""", "country_code")]
    [InlineData("set_shipping_rate", """{"shipping_rate":{"name":"x"}}""", "shipping_rate.price")]
    [InlineData("discount_cart", """{"discountType":"percentage","discountPercentage":101}""", "discountPercentage")]
    [InlineData("override_tax", """{"url":"ftp://example.com"}""", "url")]
    [InlineData(
        "set_split_order_condition",
        """{"split_order_policy":"X","split_order_condition_type":"PREORDER"}""",
        "split_order_policy"
    )]
    [InlineData("add_line_item_by_platform_variant", """{"platform_variant_id":1}""", "platform_variant_id")]
    [InlineData("no_such_action", "{}", "type")]
    public async Task Apply_WrongData_IsRefusedNamingTheField(string type, string data, string field)
    {
        var order = await PluginStage.After(PluginStage.Action(type, data));
        var entry = order.NewTimeline.ShouldHaveSingleItem();
        entry.Event.ShouldBe("plugin.refused");
        entry.Detail!.ShouldContain($" {field}: ");
    }

    [Fact]
    public async Task Raise_FiveFailures_PluginIsLeftAloneForAMinute()
    {
        var stage = new PluginStage().Answers("p1", "no json");
        var shop = PluginStage.Shop(PluginStage.Plugin());
        for (var i = 0; i < 6; i++)
            await stage.Raise(PluginStage.Order(), shop, PluginEventNames.OrderSubmitted);
        stage.Requests.Count.ShouldBe(5);
        stage.Answers("p1", AddTagA).Time.Advance(TimeSpan.FromSeconds(60));
        (await stage.Raise(PluginStage.Order(), shop, PluginEventNames.OrderSubmitted)).MetaData.Tags.ShouldBe(["a"]);
        (await stage.Raise(PluginStage.Order(), shop, PluginEventNames.OrderSubmitted)).MetaData.Tags.ShouldBe(["a"]);
    }

    [Fact]
    public async Task Raise_LeftAloneForAMinute_OneCallDecidesAndTheOthersDoNotWaitForIt()
    {
        var stage = new PluginStage().Answers("p1", "no json");
        var shop = PluginStage.Shop(PluginStage.Plugin());
        for (var i = 0; i < 5; i++)
            await stage.Raise(PluginStage.Order(), shop, PluginEventNames.OrderSubmitted);
        var slow = new TaskCompletionSource<PluginReply>();
        stage.Plugins["https://p1.example.com/checkout/event"] = (_, _) => slow.Task;
        stage.Time.Advance(TimeSpan.FromSeconds(60));

        var first = stage.Raise(PluginStage.Order(), shop, PluginEventNames.OrderSubmitted);
        var second = stage.Raise(PluginStage.Order(), shop, PluginEventNames.OrderSubmitted);

        (await second).NewTimeline.ShouldHaveSingleItem().Detail!.ShouldContain("left alone");
        stage.Requests.Count.ShouldBe(6);
        slow.SetResult(PluginStage.Reply(AddTagA));
        (await first).MetaData.Tags.ShouldBe(["a"]);
        stage.Answers("p1", AddTagA);
        (await stage.Raise(PluginStage.Order(), shop, PluginEventNames.OrderSubmitted)).MetaData.Tags.ShouldBe(["a"]);
    }

    [Fact]
    public async Task Raise_BillingAddressChanged_ReachesTheOthersAndNeverThePluginThatChangedIt()
    {
        var change = PluginStage.Action("change_billing_address", """{"city":"Winnipeg","country_code":"CA"}""");
        var stage = new PluginStage().Answers("p1", change).Answers("p2", change);
        await stage.Raise(
            PluginStage.Order(),
            PluginStage.Shop(
                PluginStage.Plugin("p1", 1, [PluginEventNames.AppHook, PluginEventNames.BillingAddressChanged]),
                PluginStage.Plugin("p2", 2, [PluginEventNames.BillingAddressChanged])
            ),
            PluginEventNames.AppHook
        );
        stage
            .Requests.Select(r => (r.KeyId, PluginStage.Json(r).GetProperty("event").GetString()))
            .ShouldBe([("p1", "app_hook"), ("p2", "billing_address_changed")]);
    }

    [Fact]
    public async Task Apply_SameAnswersToANewerOrder_AsksNobodyAgain()
    {
        var stage = new PluginStage().Answers("p1", AddTagA);
        var shop = PluginStage.Shop(PluginStage.Plugin());
        var answers = await stage.Events.Raise(PluginStage.Order(), shop, PluginEventNames.OrderSubmitted, CancellationToken.None);
        answers.Apply(PluginStage.Order() with { CreatedVia = "newer" }, shop, PluginStage.Now).MetaData.Tags.ShouldBe(["a"]);
        stage.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("""{"discountPercentage":5,"transformationMessage":"Money saved"}""", 650)]
    [InlineData("""{"discountAmount":500}""", 500)]
    public async Task Apply_CartDiscountOfTheClassicApi_NeedsNoType(string data, long value) =>
        OrderPrice.Of(await PluginStage.After(PluginStage.Action("DISCOUNT_CART", data))).Discounted.ShouldBe(value);

    [Fact]
    public async Task Apply_TwoLinesOfOneVariant_HaveIdsOfTheirOwnThatStay()
    {
        const string Twice = """
            {"actions":[{"type":"add_line_item_by_platform_variant","data":{"platform_variant_id":9153875214378,"line_item_key":"wrap-1"}},
                        {"type":"add_line_item_by_platform_variant","data":{"platform_variant_id":9153875214378,"line_item_key":"wrap-2"}},
                        {"type":"add_line_item_by_platform_variant","data":{"platform_variant_id":9153875214378}}]}
            """;
        var order = await PluginStage.After(Twice, PluginStage.Order() with { LineItems = [] });
        var again = await PluginStage.After(Twice, order);

        order.LineItems.Select(line => line.Id).Distinct().Count().ShouldBe(3);
        again.LineItems.Select(line => (line.Key, line.Id)).ShouldBe(order.LineItems.Select(line => (line.Key, line.Id)));
    }

    [Fact]
    public async Task Apply_ProcessedOrderThatIsNotAmendable_StaysAsItIs()
    {
        var order = PluginStage.Order() with { Status = OrderStatus.Processed };
        var after = await PluginStage.After(AddTagA, order);
        after.MetaData.ShouldBe(order.MetaData);
        after.NewTimeline.ShouldHaveSingleItem().Event.ShouldBe("plugin.refused");
    }

    [Fact]
    public async Task Apply_AmendmentThatPaymentsDoNotCover_IsRefused()
    {
        var order = PluginStage.Order();
        order = order with { Status = OrderStatus.Processed, Plugins = order.Plugins with { Amendable = true } };
        var after = await PluginStage.After(
            PluginStage.Action("add_fee", """{"id":"f","fee_type":"fixed","value":5}"""),
            order,
            PluginEventNames.AmendOrder
        );
        after.Fees.ShouldBeEmpty();
        after.NewTimeline.ShouldHaveSingleItem().Detail!.ShouldContain("insufficient payments");
    }

    [Fact]
    public async Task Apply_FeeOnAnAmendableOrder_IsAnAmendmentWhateverItIsCalled()
    {
        var paid = new PaymentTransaction
        {
            Id = "a",
            Kind = TransactionKind.Authorize,
            Amount = 20_000,
            Currency = "USD",
            Status = TransactionStatus.Succeeded,
            IdempotencyKey = "a",
            OperationId = "o",
            CreatedAt = PluginStage.Noon,
        };
        var order = PluginStage.Order();
        order = order with
        {
            Status = OrderStatus.Processed,
            Plugins = order.Plugins with { Amendable = true },
            Payments =
            [
                new Payment
                {
                    Id = "p",
                    GatewayPublicId = "g",
                    Token = "t",
                    Currency = "USD",
                    Amount = 20_000,
                    CreatedAt = PluginStage.Noon,
                }.With(paid),
            ],
        };
        var after = await PluginStage.After(
            PluginStage.Action("add_fee", """{"id":"f","fee_type":"fixed","value":5,"is_amendment":false}"""),
            order,
            PluginEventNames.AmendOrder
        );
        after.Fees.ShouldHaveSingleItem().IsAmendment.ShouldBeTrue();
    }

    [Fact]
    public async Task Apply_HugeText_NeverOutgrowsTheStore()
    {
        var order = PluginStage.Order();
        for (var i = 0; i < 20; i++)
            order = await PluginStage.After(PluginStage.Action("add_note", $$"""{"note":"{{i}}{{new string('x', 100_000)}}"}"""), order);
        OrderDocument.Write(order).Length.ShouldBeLessThan(900_000);
    }

    [Fact]
    public void Apply_AnySequenceOfActions_TotalsAddUpAndNeverTurnNegative() =>
        Gen.Select(Step.Array[0, 12], Step.Array[0, 12])
            .Sample(
                (first, second) =>
                {
                    var order = Run(Run(PluginStage.Order(), first, "app_hook"), second, "order_submitted");
                    var price = OrderPrice.Of(order);
                    var sum =
                        price.Lines.Sum(l => l.Line.TotalPrice)
                        + price.Fees.Sum(f => f.Amount)
                        + price.Shipping
                        + price.Taxes.Where(t => !t.IsIncluded).Sum(t => t.Value)
                        - price.Discounts.Sum(d => d.Value);
                    price.Total.ShouldBe(sum);
                    price.Total.ShouldBeGreaterThanOrEqualTo(0);
                    price.Lines.ShouldAllBe(l => l.Line.Price >= 0 && l.Net >= 0);
                    OrderDocument
                        .Write(Run(Run(PluginStage.Order(), first, "app_hook"), second, "order_submitted"))
                        .Span.SequenceEqual(OrderDocument.Write(order).Span)
                        .ShouldBeTrue();
                },
                iter: 300
            );

    [Fact]
    public void Split_AnyOrder_PartsSumExactly() =>
        Gen.Select(Step.Array[0, 8], Policy, Policy, Gen.Int[0, 7])
            .Sample(
                (steps, shipping, discount, preOrders) =>
                {
                    var order = Run(PluginStage.Order(), steps, "app_hook");
                    order = order with
                    {
                        LineItems =
                        [
                            .. order.LineItems.Select(
                                (line, i) =>
                                    line with
                                    {
                                        IsPreOrder = (preOrders >> i & 1) == 1,
                                        ShippingAddress = i == 1 ? order.ShippingAddress! with { City = "Elsewhere" } : null,
                                    }
                            ),
                        ],
                        Plugins = order.Plugins with
                        {
                            SplitConditions =
                            [
                                new(SplitPolicies.CreateNewOrder, SplitPolicies.PreOrder, SplitPolicies.NewAuth, shipping, discount),
                                new(SplitPolicies.CreateNewOrder, SplitPolicies.ShippingAddress, SplitPolicies.NewAuth, shipping, discount),
                            ],
                        },
                    };
                    var (whole, parts) = (OrderPrice.Of(order), SplitOrders.Split(order).Select(OrderPrice.Of).ToList());
                    parts.Sum(p => p.Total).ShouldBe(whole.Total);
                    parts.Sum(p => p.Shipping).ShouldBe(whole.Shipping);
                    parts.Sum(p => p.Discounted).ShouldBe(whole.Discounted);
                    parts.ShouldAllBe(p => p.Total >= 0);
                    SplitOrders.Split(order).Select(p => p.PublicOrderId).ShouldBeUnique();
                },
                iter: 300
            );

    private static readonly Gen<string> Policy = Gen.Int[0, 2]
        .Select(i => new[] { SplitPolicies.First, SplitPolicies.OrderCount, SplitPolicies.OrderValue }[i]);

    private static readonly Gen<string> Step = Gen.OneOf(
        Gen.Int[-20_000, 20_000].Select(n => Of("adjust_line_item_price", $$"""{"line_item_key":"AABBCC123","value":{{n}}}""")),
        Gen.Int[-5, 20_000].Select(n => Of("set_line_item_price", $$"""{"line_item_key":"AABBCC123","value":{{n}}}""")),
        Gen.Int[-5, 120].Select(n => Of("discount_cart", $$"""{"discountType":"percentage","discountPercentage":{{n}}}""")),
        Gen.Int[-5, 40_000].Select(n => Of("discount_cart", $$"""{"discountType":"fixed","discountAmount":{{n}}}""")),
        Gen.Int[0, 20_000]
            .Select(n => Of("discount_line_items", $$"""{"discount_type":"fixed","value":{{n}},"line_item_keys":["AABBCC123"]}""")),
        Gen.Int[-3_000, 3_000].Select(n => Of("add_shipping_lines_value", $$"""{"add":{{n}}}""")),
        Gen.Int[-1, 1_000_000].Select(n => Of("multiply_shipping_lines_value", $$"""{"multiplier":{{n}}}""")),
        Gen.Int[0, 5_000].Select(n => Of("set_shipping_rate", $$"""{"shipping_rate":{"price":{{n}},"name":"x","code":"x"} }""")),
        Gen.Int[0, 2_000].Select(n => Of("add_fee", $$"""{"id":"f{{n % 3}}","fee_type":"percentage","value":{{n}}}""")),
        Gen.Long[0, 2_000_000_000_000].Select(n => Of("add_fee", $$"""{"id":"g","fee_type":"fixed","value":{{n}}}""")),
        Gen.Int[1, 400].Select(n => Of("set_currency", $$"""{"currency":"{{(n % 2 == 0 ? "JPY" : "KWD")}}","rate":{{n}}.37}""")),
        Gen.Const(Of("flag_order_as_bopis", """{"flag_order_as_bopis":"true"}""")),
        Gen.Const(
            Of(
                "add_line_item_by_platform_variant",
                """{"platform_variant_id":9153875214378,"line_item_key":"gift","quantity":999999,"price":999999999999}"""
            )
        ),
        Gen.Const(Of("remove_line_item_by_key", """{"line_item_key":"gift"}"""))
    );

    private static string Of(string type, string data) => $$"""{"type":"{{type}}","data":{{data}}}""";

    private static Order Run(Order order, string[] steps, string name)
    {
        var shop = PluginStage.Shop(PluginStage.Plugin());
        var answer = new PluginBodies().Read(
            shop.Plugins[0],
            name,
            new PluginReply(Encoding.UTF8.GetBytes($$"""{"actions":[{{string.Join(',', steps)}}]}"""))
        );
        answer.Failure.ShouldBeNull();
        var products = PluginAnswers.None.Products.Add(
            "9153875214378",
            new Checkout.Catalog.Product
            {
                Sku = "WRAP",
                PlatformId = "9153875214378",
                Price = 900,
            }
        );
        return new PluginAnswers([answer], products).Apply(order, shop, PluginStage.Now);
    }

    private static IEnumerable<string> Keys(JsonElement element) => element.EnumerateObject().Select(p => p.Name);
}
