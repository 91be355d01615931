using System.Text.Json.Nodes;
using Checkout.Local.Tests.Payments;
using Checkout.Shops;
using Checkout.Stores;
using Shouldly;
using Xunit;

namespace Checkout.Local.Tests;

/// <summary>Create Order in a currency that the shop lists besides its own (docs/contract/create-order.md, Currency).</summary>
[Collection(LocalCheckouts.Name)]
public sealed class CurrencyTests(LocalCheckout checkout)
{
    private const string Customer = "EYRJPZwuC6obRHgGn2x2oQiGMaw9N7DM7QtII7g0sJYYDcKYpyNkGvv4ddJM7I0I";
    private const string Dollars = "usdgateway000000000000000000000000000000000000000000000000000001";
    private const string DollarCard = "usdcard000000000000000000000000000000000000000000000000000000001";
    private const string YenCard = "jpycard000000000000000000000000000000000000000000000000000000001";
    private const string Yen = "jpygateway000000000000000000000000000000000000000000000000000001";

    [Theory]
    [InlineData("currency1", "USD", DollarCard, 3375, 488, 338 + 473)]
    [InlineData("currency2", "JPY", YenCard, 4950, 715, 495 + 693)]
    public async Task ListedWithARateAndAGateway_IsPricedHeldAndChargedInIt(
        string shop,
        string currency,
        string card,
        long price,
        long shipping,
        long taxes
    )
    {
        await Open(shop);

        var answer = await Create(shop, Request(currency, card));

        answer.Status.ShouldBe(200, answer.Json.ToJsonString());
        var total = (2 * price) + shipping + taxes;
        answer.State["order_total"]!.GetValue<long>().ShouldBe(total);
        answer.State["currency"]!["iso_code"]!.GetValue<string>().ShouldBe(currency);
        answer.State["line_items"]![0]!["product_data"]!["price"]!.GetValue<long>().ShouldBe(price);
        var ledger = await checkout.Send(HttpMethod.Get, $"/test-gateway/ledger?order={answer.OrderId}", token: null);
        ledger.Json["entries"]!
            .AsArray()
            .Select(e => (e!["kind"]!.GetValue<string>(), e["amount"]!.GetValue<long>(), e["currency"]!.GetValue<string>()))
            .ShouldBe([("authorize", total, currency), ("capture", total, currency)]);
    }

    [Theory]
    [InlineData("currency3", "EUR", DollarCard, "currency")]
    [InlineData("currency4", "GBP", DollarCard, "currency")]
    [InlineData("currency5", "USD", "ftziZRlloXJhR8emShyZePgaZxFTp9TN6Ai0tVWOB223g9qCGQQFA27ccW2fx72U", "public_payment_method_id")]
    [InlineData("currency6", "JPY", DollarCard, "public_payment_method_id")]
    public async Task NotListedOrWithoutAGatewayForIt_IsRefusedByField(string shop, string currency, string card, string field)
    {
        await Open(shop);

        var answer = await Create(shop, Request(currency, card));

        (answer.Status, answer.Field).ShouldBe((422, field), answer.Json.ToJsonString());
        answer.Json["data"].ShouldBeNull();
    }

    [Fact]
    public async Task ItemThatIsAddedLater_IsPricedInTheOrdersCurrency()
    {
        await Open("currency7");
        var draft = Request("USD", DollarCard);
        draft.Remove("commands");
        var created = await Create("currency7", draft);
        var resumed = await checkout.Send(
            HttpMethod.Post,
            "/checkout/orders/currency7/resume",
            new JsonObject { ["public_order_id"] = created.OrderId }.ToJsonString()
        );

        var added = await checkout.Send(
            HttpMethod.Post,
            $"/checkout/storefront/currency7/{created.OrderId}/items",
            new JsonObject
            {
                ["sku"] = Shopping.Sku,
                ["quantity"] = 1,
                ["line_item_key"] = "more",
            }.ToJsonString(),
            resumed.Data["jwt_token"]!.GetValue<string>()
        );

        added.Status.ShouldBe(200, added.Json.ToJsonString());
        added.State["line_items"]!.AsArray().Select(line => line!["product_data"]!["price"]!.GetValue<long>()).ShouldBe([3375, 3375]);
    }

    private static JsonObject Request(string currency, string card)
    {
        var request = LocalCheckout.GuideRequest("currency");
        request.Remove("discounts");
        request["currency"] = currency;
        request["cart_items"]![0]!["sku"] = Shopping.Sku;
        request["payments"]![0]!["public_payment_method_id"] = card;
        return request;
    }

    private Task<Answer> Create(string shop, JsonObject request) =>
        checkout.Send(HttpMethod.Post, $"/checkout/orders/{shop}/create", request.ToJsonString());

    /// <summary>Sells in dollars and yen besides, and lists pounds without a gateway for them.</summary>
    private async Task Open(string shop)
    {
        await Shopping.Open(
            checkout,
            shop,
            demo =>
                demo with
                {
                    Currencies = [new ShopCurrency("USD", 0.75m), new ShopCurrency("JPY", 110m), new ShopCurrency("GBP", 0.5m)],
                    Gateways =
                    [
                        .. demo.Gateways,
                        demo.Gateways[0] with
                        {
                            PublicId = Dollars,
                            Currency = "USD",
                        },
                        demo.Gateways[0] with
                        {
                            PublicId = Yen,
                            Currency = "JPY",
                        },
                    ],
                }
        );
        var customers = checkout.Service<ICustomerStore>();
        var record = (await customers.Find(LocalCheckout.Shop, Customer, default))!;
        var card = record.PaymentMethods[0];
        await customers.Save(
            shop,
            record with
            {
                PaymentMethods =
                [
                    .. record.PaymentMethods,
                    card with
                    {
                        PublicId = DollarCard,
                        GatewayPublicId = Dollars,
                        Token = "tok_mastercard",
                    },
                    card with
                    {
                        PublicId = YenCard,
                        GatewayPublicId = Yen,
                        Token = "tok_amex",
                    },
                ],
            },
            default
        );
    }
}
