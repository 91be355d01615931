using System.Text.Json.Nodes;
using Checkout.Catalog;
using Checkout.Local.Tests.Faults;
using Checkout.Shops;
using Checkout.Stores;
using Shouldly;
using Xunit;

namespace Checkout.Local.Tests.Payments;

/// <summary>
/// An order whose processing stops halfway, as its cart's platform is away, in a shop that changes its mind in the
/// meantime.
/// </summary>
public sealed class CutOffProcessingTests(LocalCheckout checkout) : IClassFixture<LocalCheckout>
{
    private const string Shop = "cutoffshop";
    private const int Stock = 7;

    [Fact]
    public async Task ShopStopsCountingMeanwhile_CanceledOrdersUnitsAreBackInStock()
    {
        var order = await CutOff("COUNTED", counts: true);
        (await OnHand("COUNTED")).ShouldBe(Stock - 1);

        await Open(counts: false, platformAway: false);
        await order.Do("process_order", new JsonObject());
        (await order.BackOffice(HttpMethod.Post, "cancel", [])).Status.ShouldBe(200);

        (await OnHand("COUNTED")).ShouldBe(Stock);
    }

    [Fact]
    public async Task ShopBeginsCountingMeanwhile_CanceledOrderAddsNothingToStock()
    {
        var order = await CutOff("UNCOUNTED", counts: false);
        (await OnHand("UNCOUNTED")).ShouldBe(Stock);

        await Open(counts: true, platformAway: false);
        await order.Do("process_order", new JsonObject());
        (await OnHand("UNCOUNTED")).ShouldBe(Stock);
        (await order.BackOffice(HttpMethod.Post, "cancel", [])).Status.ShouldBe(200);

        (await OnHand("UNCOUNTED")).ShouldBe(Stock);
    }

    private async Task<Shopping> CutOff(string sku, bool counts)
    {
        await Open(counts, platformAway: true);
        await checkout
            .Service<ICatalog>()
            .Save(
                Shop,
                new Product
                {
                    Sku = sku,
                    ProductTitle = "Board",
                    Title = "Board",
                    Price = 4500,
                    Weight = 1500,
                    TrackInventory = true,
                    InitialStock = Stock,
                },
                default
            );
        var order = await Shopping.PaidWith(checkout, Shop, Scene.TestGateway, "tok_visa", sku);
        var store = checkout.Service<IOrderStore>();
        var stored = (await store.Load(order.OrderId, default))!;
        (await store.Commit(stored, stored.Order with { CartId = "cart-1" }, answer: null, default)).ShouldNotBeNull();

        var stopped = await checkout.Send(HttpMethod.Post, $"/checkout/storefront/{Shop}/{order.OrderId}/process_order", "{}", order.Jwt);

        stopped.Status.ShouldBe(503, stopped.Json.ToJsonString());
        return order;
    }

    private Task<long?> OnHand(string sku) => checkout.Service<IStock>().OnHand(Shop, sku, default);

    private Task Open(bool counts, bool platformAway) =>
        Shopping.Open(
            checkout,
            Shop,
            demo =>
                demo with
                {
                    PlatformConnector = platformAway
                        ? new PlatformConnectorSettings("http://127.0.0.1:1/", "a shared secret")
                        : demo.PlatformConnector,
                    Checkout = demo.Checkout with { InventoryChecked = counts },
                }
        );
}
