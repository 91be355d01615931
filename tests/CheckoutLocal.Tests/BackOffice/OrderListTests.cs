using System.Text.Json.Nodes;
using Checkout.Local.Tests.Faults;
using Checkout.Local.Tests.Payments;
using Checkout.Orders;
using Checkout.Shops;
using Checkout.Stores;
using Checkout.Testing;
using Shouldly;
using Xunit;

namespace Checkout.Local.Tests.BackOffice;

/// <summary>Finding orders as a back office does.</summary>
[Collection(LocalCheckouts.Name)]
public sealed class OrderListTests(LocalCheckout checkout)
{
    private static readonly string[] Columns =
    [
        "public_order_id",
        "order_number",
        "order_id",
        "platform_order_id",
        "created_at",
        "placed_at",
        "order_status",
        "financial_status",
        "fulfillment_status",
        "customer_name",
        "email_address",
        "currency",
        "order_total",
        "item_count",
    ];

    /// <summary>Whatever is done to an order in whatever order, its line says what the order says.</summary>
    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 6)]
    [InlineData(3, 7)]
    [InlineData(4, 5)]
    public async Task Line_AfterEveryStepOfARandomLife_EqualsTheViewOfTheOrder(int seed, int stepsTaken)
    {
        var chance = new Random(seed);
        var shop = await Shop();
        var order = await Shopping.Processed(checkout, shop, "tok_visa");
        (string Method, string What, string Body)[] steps =
        [
            ("POST", "payments/capture/full", """{"reauth":false}"""),
            ("POST", "payments/capture", """{"amount":700,"reauth":false}"""),
            ("POST", "refunds", """{"amount":100}"""),
            ("POST", "refunds/full", """{"reason":"x"}"""),
            ("POST", "cancel", """{"reason":"x"}"""),
            ("POST", "complete", """{"platform_order_id":"P-1001"}"""),
            ("POST", "notes", """{"note":"x"}"""),
            ("PATCH", "line_items/line-1", """{"fulfilled_quantity":1}"""),
            ("PATCH", "line_items/line-1", """{"fulfilled_quantity":0}"""),
        ];

        var taken = 0;
        for (var i = 0; i < 8; i++)
        {
            var (method, what, body) = steps[chance.Next(steps.Length)];
            var answer = await order.BackOffice(new HttpMethod(method), what, JsonNode.Parse(body)!.AsObject());
            answer.Status.ShouldBeOneOf(200, 422);
            taken += answer.Status == 200 ? 1 : 0;
            await LineEqualsView(order, $"{what} of step {i}");
        }

        taken.ShouldBe(stepsTaken);
    }

    [Fact]
    public async Task Line_OfEveryDoor_EqualsTheViewOfTheOrder()
    {
        var shop = await Shop();
        var completed = await Shopping.PaidWith(checkout, shop, Scene.TestGateway, "tok_visa");
        (await completed.BackOffice(HttpMethod.Post, "complete", new JsonObject { ["platform_order_id"] = "77" })).Status.ShouldBe(200);
        var canceled = await Shopping.PaidWith(checkout, shop, Scene.TestGateway, "tok_visa");
        (await canceled.BackOffice(HttpMethod.Post, "cancel", [])).Status.ShouldBe(200);
        var created = await checkout.Create(LocalCheckout.GuideRequest($"list-{Guid.NewGuid():N}"));

        await LineEqualsView(completed, "complete");
        await LineEqualsView(canceled, "cancel");
        await LineEqualsView(new Shopping(checkout, LocalCheckout.Shop, created.OrderId, ""), "create");
        (await List(shop, "open=true")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Search_ByEveryForm_FindsTheOrderAndNoOtherShopDoes()
    {
        var shop = await Shop();
        await Shopping.Processed(checkout, shop, "tok_visa");
        var order = await Shopping.Processed(checkout, shop, "tok_visa");
        (await order.BackOffice(HttpMethod.Post, "complete", new JsonObject { ["platform_order_id"] = "#1001" })).Status.ShouldBe(200);
        var stored = await order.Stored();
        var number = OrderNumber.Of(stored);

        foreach (
            var (text, transactions) in new[]
            {
                (number, 2),
                (number.ToLowerInvariant(), 2),
                ($"{stored.OrderId}", 1),
                (stored.PublicOrderId, 2),
                ("#1001", 2),
            }
        )
        {
            var found = await Find(shop, $"search={Uri.EscapeDataString(text)}");
            found.Data["orders"]!.AsArray().Select(o => o!["public_order_id"]!.GetValue<string>()).ShouldBe([order.OrderId], text);
            found.Cost.ShouldBe(transactions, text);
            (await Find(LocalCheckout.Shop, $"search={Uri.EscapeDataString(text)}")).Data["orders"]!.AsArray().ShouldBeEmpty();
        }

        var byEmail = await Find(shop, $"search={Uri.EscapeDataString(stored.Customer!.EmailAddress.ToUpperInvariant())}");
        byEmail.Data["orders"]!.AsArray().Count.ShouldBe(2);
        byEmail.Cost.ShouldBe(1);
        (await List(shop, "number=" + number)).Count.ShouldBe(1);
        (await List(shop, "order_id=" + stored.OrderId)).Count.ShouldBe(1);
        (await List(shop, "platform_order_id=%231001")).Count.ShouldBe(1);
        (await List(shop, $"email={Uri.EscapeDataString(stored.Customer.EmailAddress)}&open=true")).ShouldBeEmpty();
    }

    [Fact]
    public async Task List_OpenAndPlaced_AreApartAndFiltersNarrowThem()
    {
        var shop = await Shop();
        var open = await Shopping.Begin(checkout, shop);
        var paid = await Shopping.Processed(checkout, shop, "tok_visa");
        (await paid.BackOffice(HttpMethod.Post, "payments/capture/full", new JsonObject { ["reauth"] = false })).Status.ShouldBe(200);
        var held = await Shopping.Processed(checkout, shop, "tok_visa");
        var placedAt = (await held.Stored()).ProcessedAt!.Value.UtcDateTime.ToString("O");
        var total = (await held.Stored()).Payments[0].Authorized;

        (await Ids("")).ShouldBe([held.OrderId, paid.OrderId]);
        (await Ids("open=true")).ShouldBe([open.OrderId]);
        (await Ids("status=open")).ShouldBe([open.OrderId]);
        (await Ids("financial_status=paid")).ShouldBe([paid.OrderId]);
        (await Ids("financial_status=authorized&fulfillment_status=unfulfilled")).ShouldBe([held.OrderId]);
        (await Ids($"from={Uri.EscapeDataString(placedAt)}")).ShouldBe([held.OrderId]);
        (await Ids($"to={Uri.EscapeDataString(placedAt)}")).ShouldBe([paid.OrderId]);
        (await Ids($"min_total={total}&max_total={total}")).ShouldBe([held.OrderId, paid.OrderId]);
        (await Ids($"min_total={total + 1}")).ShouldBeEmpty();
        (await Ids($"max_total={total - 1}")).ShouldBeEmpty();
        (await Ids("status=canceled")).ShouldBeEmpty();

        async Task<IEnumerable<string>> Ids(string query) =>
            (await List(shop, query)).Select(o => o!["public_order_id"]!.GetValue<string>());
    }

    [Fact]
    public async Task List_PageByPage_TellsEachOrderOnce()
    {
        var shop = await Shop();
        var placed = new List<string>();
        for (var i = 0; i < 3; i++)
            placed.Insert(0, (await Shopping.Processed(checkout, shop, "tok_visa")).OrderId);

        var first = await Find(shop, "limit=2");
        var late = await Shopping.Processed(checkout, shop, "tok_visa");
        var second = await Find(shop, $"limit=2&cursor={first.Data["next"]!.GetValue<string>()}");

        Told(first).Concat(Told(second)).ShouldBe(placed);
        second.Data["next"].ShouldBeNull();
        (first.Cost, second.Cost).ShouldBe((1, 1));
        Told(await Find(shop, "limit=1")).ShouldBe([late.OrderId]);
    }

    [Theory]
    [InlineData("colour=red", "colour")]
    [InlineData("status=shipped", "status")]
    [InlineData("financial_status=late", "financial_status")]
    [InlineData("fulfillment_status=gone", "fulfillment_status")]
    [InlineData("open=maybe", "open")]
    [InlineData("open=true&status=placed", "status")]
    [InlineData("open=false&status=processing", "status")]
    [InlineData("email=a@example.com&number=7K3M-92QF", "number")]
    [InlineData("search=x&order_id=1", "order_id")]
    [InlineData("email=nobody", "email")]
    [InlineData("number=12", "number")]
    [InlineData("order_id=abc", "order_id")]
    [InlineData("from=yesterday", "from")]
    [InlineData("from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z", "to")]
    [InlineData("min_total=1.5", "min_total")]
    [InlineData("min_total=2&max_total=1", "max_total")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=101", "limit")]
    [InlineData("cursor=%21", "cursor")]
    [InlineData("cursor=b3Blbi0x", "cursor")]
    public async Task List_FilterThatIsUnknownOrContradictsAnother_IsRefusedByItsName(string query, string field)
    {
        var refused = await Find(LocalCheckout.Shop, query);

        (refused.Status, refused.Field).ShouldBe((422, field));
    }

    [Fact]
    public async Task List_TokenWithoutReadOrders_IsRefused()
    {
        const string Token = "products-alone";
        var shop = "list" + Guid.NewGuid().ToString("N")[..6];
        var sha256 = ShopTokens.Sha256($"{Token}-{shop}");
        await Shopping.Open(
            checkout,
            shop,
            demo => demo with { ApiTokens = [.. demo.ApiTokens, new ApiToken(Token, sha256, ["read_products", "write_orders"])] }
        );

        var refused = await checkout.Send(HttpMethod.Get, $"/checkout/orders/{shop}", token: $"{Token}-{shop}");

        (refused.Status, refused.SubType).ShouldBe((403, "missing_scope"));
    }

    [Fact]
    public async Task List_TokenOfAnotherShop_IsRefused() =>
        (
            await checkout.Send(HttpMethod.Get, $"/checkout/orders/{LocalCheckout.Shop}", token: LocalCheckout.OtherShopsToken)
        ).Status.ShouldBe(401);

    [Fact]
    public async Task Rebuild_LineThatWasLost_WritesItAgain()
    {
        var shop = await Shop();
        var order = await Shopping.Processed(checkout, shop, "tok_visa");
        var stored = await order.Stored();

        // As after a crash between the commit and the line.
        await checkout
            .Service<IOrderStore>()
            .Commit(
                (await checkout.Service<IOrderStore>().Load(order.OrderId, default))!,
                stored with
                {
                    Status = OrderStatus.Open,
                },
                null,
                default
            );

        var rebuilt = await checkout.Send(HttpMethod.Post, $"/checkout/shop/{shop}/order_list/rebuild?limit=10");

        (rebuilt.Status, rebuilt.Data["rebuilt"]!.GetValue<int>()).ShouldBe((200, 1));
        rebuilt.Data["next"].ShouldBeNull();
        (await List(shop, "open=true")).Count.ShouldBe(1);
        (await List(shop, "")).ShouldBeEmpty();
    }

    private async Task LineEqualsView(Shopping order, string because)
    {
        var view = (await checkout.Send(HttpMethod.Get, order.Orders)).Data["order"]!;
        var found = await Find(order.Shop, $"search={order.OrderId}");
        var line = found.Data["orders"]!.AsArray().ShouldHaveSingleItem(because)!;
        foreach (var column in Columns)
            (line[column]?.ToJsonString()).ShouldBe(view[column]?.ToJsonString(), $"{column} after {because}");
        line.AsObject().Select(member => member.Key).ShouldBe(Columns);
        if (view["order_status"]!.GetValue<string>() is "placed" or "canceled")
            (await List(order.Shop, "")).Select(o => o!.ToJsonString()).ShouldContain(line.ToJsonString(), because);
    }

    private async Task<string> Shop()
    {
        var shop = "list" + Guid.NewGuid().ToString("N")[..6];
        await Shopping.Open(checkout, shop, demo => demo);
        return shop;
    }

    private Task<Answer> Find(string shop, string query) => checkout.Send(HttpMethod.Get, $"/checkout/orders/{shop}?{query}");

    private async Task<JsonArray> List(string shop, string query)
    {
        var found = await Find(shop, query);
        found.Status.ShouldBe(200, found.Json.ToJsonString());
        return found.Data["orders"]!.AsArray();
    }

    private static IEnumerable<string> Told(Answer page) =>
        page.Data["orders"]!.AsArray().Select(o => o!["public_order_id"]!.GetValue<string>());
}
