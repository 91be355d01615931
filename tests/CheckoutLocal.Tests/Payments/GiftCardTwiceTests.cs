using System.Text.Json.Nodes;
using Checkout.Local.Tests.Faults;
using Checkout.Orders;
using Checkout.Pricing;
using Checkout.Stores;
using Shouldly;
using Xunit;

namespace Checkout.Local.Tests.Payments;

/// <summary>A balance is money once, however often its card is named.</summary>
public sealed class GiftCardTwiceTests(LocalCheckout checkout) : IClassFixture<LocalCheckout>, IAsyncLifetime
{
    private const string Shop = "giftshop1";
    private const string Method = "giftmethod100000000000000000000000000000000000000000000000000001";
    private const long OnCard = 1_000;
    private readonly string code = $"GIFT-{Guid.NewGuid():N}";

    public async Task InitializeAsync()
    {
        await Shopping.Open(checkout, Shop, demo => demo);
        await checkout.Service<IGiftCards>().Issue(Shop, new GiftCard(code, "CAD", OnCard, ExpiresAt: null, PurchasedAt: null), default);
        var customers = checkout.Service<ICustomerStore>();
        var known = (
            await customers.Find(
                LocalCheckout.Shop,
                LocalCheckout.GuideRequest("any")["customer"]!["public_id"]!.GetValue<string>(),
                default
            )
        )!;
        var method = new SavedPaymentMethod
        {
            PublicId = Method,
            GatewayPublicId = Scene.GiftCardGateway,
            Token = code,
            Type = PaymentTypes.GiftCard,
        };
        await customers.Save(Shop, known with { PaymentMethods = [method, .. known.PaymentMethods] }, default);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task CreateOrder_SameCardWithAnAmountAndForTheRest_UsesTheBalanceOnceAndTheOtherMethodForWhatIsLeft()
    {
        var request = LocalCheckout.GuideRequest($"gift-{Guid.NewGuid():N}");
        request["cart_items"] = new JsonArray(
            new JsonObject
            {
                ["sku"] = Shopping.Sku,
                ["quantity"] = 1,
                ["line_item_key"] = "line-1",
            }
        );
        request["payments"] = new JsonArray(
            new JsonObject { ["public_payment_method_id"] = Method, ["amount"] = 700 },
            new JsonObject { ["public_payment_method_id"] = Method },
            request["payments"]![0]!.DeepClone()
        );

        var created = await checkout.Send(HttpMethod.Post, $"/checkout/orders/{Shop}/create", request.ToJsonString());

        created.Status.ShouldBe(200, created.Json.ToJsonString());
        var order = await new Shopping(checkout, Shop, created.OrderId, "").Stored();
        order.Payments.Select(p => p.Captured).ShouldBe([700, 300, OrderPrice.Of(order).Total - OnCard]);
        (await checkout.Service<IGiftCards>().Find(Shop, code, default))!.Balance.ShouldBe(0);
    }
}
