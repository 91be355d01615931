using System.Security.Cryptography;
using System.Text;
using Checkout.Shops;
using Shouldly;
using Xunit;

namespace Checkout.Plugins.Tests;

/// <summary>The remote state authority hears of what becomes of an order (docs/contract/platforms.md#remote-state-authority).</summary>
[Collection(LiveCheckouts.Name)]
public sealed class RemoteStateTests(LiveCheckout checkout) : IAsyncLifetime
{
    private Listener authority = null!;

    public async Task InitializeAsync() => authority = await Listener.Start();

    public async Task DisposeAsync() => await authority.DisposeAsync();

    [Fact]
    public async Task Calls_AWholeCheckout_NameEachEventInOrder()
    {
        var shop = await checkout.NewShop(s =>
            s with
            {
                RemoteStateAuthority = new RemoteStateAuthority(authority.Url + "/state", "rsa-secret"),
            }
        );
        var shopper = await Shopper.Begin(checkout, shop, "\"cart_id\":\"cart-77\"");

        (await shopper.Post("/customer/guest", Shopper.John)).Ok();
        (await shopper.Post("/addresses/shipping", Shopper.Winnipeg)).Ok();
        (await shopper.Post("/addresses/billing", Shopper.Winnipeg)).Ok();
        (await shopper.Get("/shipping_lines")).Ok();
        (await shopper.Post("/shipping_lines", """{"index":"1"}""")).Ok();
        (await shopper.Post("/taxes")).Ok();
        (await shopper.Post("/discounts", """{"code":"FREESHIPPING"}""")).Ok();
        (await shopper.Delete("/discounts", """{"code":"FREESHIPPING"}""")).Ok();
        (await shopper.Post("/items", """{"sku":"KLS_472945","quantity":1,"line_item_key":"board"}""")).Ok();
        (await shopper.Put("/items", """{"line_item_key":"board","quantity":2}""")).Ok();
        (await shopper.Delete("/items", """{"line_item_key":"board","quantity":0}""")).Ok();
        (await shopper.Delete("/addresses/billing")).Ok();
        (await shopper.Delete("/addresses/shipping")).Ok();
        (await shopper.Delete("/customer")).Ok();
        await checkout.Settle(shopper);

        var said = authority.Taken().Select(h => h.Event).ToList();
        string[] expected =
        [
            "AddLineItem",
            "SetCustomer",
            "SetShippingAddress",
            "SetBillingAddress",
            "SetShippingLine",
            "ApplyTaxes",
            "AddDiscountCode",
            "RemoveDiscountCode",
            "AddLineItem",
            "UpdateLineItem",
            "RemoveLineItem",
            "RemoveBillingAddress",
            "RemoveShippingAddress",
            "RemoveCustomer",
        ];
        InOrder(said, expected);
        said.ShouldContain("GetShippingLines");
    }

    [Fact]
    public async Task Call_Body_NamesCartAndOrderAndIsSignedByTimestamp()
    {
        var shop = await checkout.NewShop(s =>
            s with
            {
                RemoteStateAuthority = new RemoteStateAuthority(authority.Url + "/state", "rsa-secret"),
            }
        );
        var shopper = await Shopper.Begin(checkout, shop, "\"cart_id\":\"cart-77\"");

        var heard = await authority.Next();

        Golden.Check(("state/AddLineItem", heard, shopper));
        heard.Path.ShouldBe("/state");
        var timestamp = heard.Headers["X-HMAC-Timestamp"];
        DateTimeOffset.Parse(timestamp).ShouldBe(checkout.Clock.GetUtcNow(), TimeSpan.FromSeconds(1));
        heard
            .Headers["X-HMAC"]
            .ShouldBe(Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes("rsa-secret"), Encoding.UTF8.GetBytes(timestamp))));
        await checkout.Settle(shopper);
    }

    [Fact]
    public async Task Calls_AuthorityDown_ComeLaterAndHoldNoShopperUp()
    {
        authority.Answer = _ => (500, "");
        var shop = await checkout.NewShop(s => s with { RemoteStateAuthority = new RemoteStateAuthority(authority.Url, "rsa-secret") });
        var shopper = await Shopper.Begin(checkout, shop);
        (await shopper.Post("/customer/guest", Shopper.John)).Ok();
        await checkout.Settle(shopper);

        authority.Answer = _ => (200, "");
        for (var minute = 0; minute < 5; minute++)
            await checkout.Pass(TimeSpan.FromMinutes(1));

        authority.Taken().Select(h => h.Event).ShouldBe(["AddLineItem", "SetCustomer"]);
    }

    private static void InOrder(List<string> said, string[] expected)
    {
        var at = 0;
        foreach (var name in said)
            if (at < expected.Length && name == expected[at])
                at++;
        at.ShouldBe(
            expected.Length,
            $"After {string.Join(", ", expected.Take(at))} came not {(at < expected.Length ? expected[at] : "")}: {string.Join(", ", said)}"
        );
    }
}
