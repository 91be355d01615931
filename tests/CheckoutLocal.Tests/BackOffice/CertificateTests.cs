using System.Text.Json.Nodes;
using Checkout.Catalog;
using Checkout.Changing.GiftCertificates;
using Checkout.Local.Tests.Faults;
using Checkout.Local.Tests.Payments;
using Checkout.Orders;
using Checkout.Running;
using Checkout.Stores;
using Shouldly;
using Xunit;

namespace Checkout.Local.Tests.BackOffice;

/// <summary>A gift certificate that was bought becomes a gift card once its order is final, once.</summary>
[Collection(LocalCheckouts.Name)]
public sealed class CertificateTests(LocalCheckout checkout) : IAsyncLifetime
{
    private const string Shop = "certshop1";
    private const string Sku = "CERTIFICATE";

    public async Task InitializeAsync()
    {
        await Shopping.Open(
            checkout,
            Shop,
            demo => demo with { Checkout = demo.Checkout with { Capture = new CaptureSettings { Mode = CaptureMode.Manual } } }
        );
        await checkout
            .Service<ICatalog>()
            .Save(
                Shop,
                new Product
                {
                    Sku = Sku,
                    Title = "Gift certificate",
                    Price = 2500,
                    IsGiftCard = true,
                },
                default
            );
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Processed_IssuesOneCard_HoweverOftenItIsWoken()
    {
        var shopping = await Buy();
        foreach (var _ in new int[3])
            await Wake(shopping);

        var order = await shopping.Stored();
        var certificate = order.Certificates.Single();
        var card = (await checkout.Service<IGiftCards>().Find(Shop, certificate.Card, default))!;
        (card.Balance, card.Currency, card.LastFour).ShouldBe((2500, order.Currency.Code, certificate.LastFour));
        var listed = await checkout.Send(HttpMethod.Get, $"/checkout/shop/{Shop}/gift_cards?search={card.Id}");
        listed.Data["gift_cards"]!.AsArray().Count.ShouldBe(1);
        var told = (await shopping.Timeline()).Select(e => (e!["event"]!.GetValue<string>(), e["detail"]?.GetValue<string>())).ToList();
        told.Count(e => e.Item1 == "gift_card.issued").ShouldBe(1);
        told.Count(e => e == ("letter.queued", "gift_card")).ShouldBe(1);
    }

    [Fact]
    public async Task WokenBeforeTheOrderIsFinal_IssuesNothing_AndLooksOnceMore()
    {
        var shopping = await Shopping.PaidWith(checkout, Shop, Scene.TestGateway, "tok_visa", Sku);

        await Wake(shopping);

        (await shopping.Stored()).Certificates.ShouldBeEmpty();
        (await checkout.Service<IWakeUps>().Due(DateTimeOffset.UtcNow.AddMinutes(2), 1000, default)).ShouldContain(w =>
            w.PublicOrderId == shopping.OrderId && w.Kind == WakeUpKinds.SoldCertificates
        );
    }

    [Fact]
    public async Task Canceled_DisablesTheCard()
    {
        var shopping = await Buy();
        await Wake(shopping);

        (await shopping.BackOffice(HttpMethod.Post, "cancel", new JsonObject())).Status.ShouldBe(200);
        await Wake(shopping);

        var certificate = (await shopping.Stored()).Certificates.Single();
        (await checkout.Service<IGiftCards>().Find(Shop, certificate.Card, default))!.DisabledAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task Canceled_ManyCards_AreDisabledInSteps()
    {
        var many = CertificateIssue.AtOnce + 5;
        var shopping = await Shopping.Begin(checkout, Shop, Sku);
        await shopping.Do(
            "items",
            new JsonObject
            {
                ["sku"] = Sku,
                ["quantity"] = many,
                ["line_item_key"] = "many",
            }
        );
        await shopping.Pay();
        await shopping.Do("process_order", new JsonObject());
        await Wake(shopping);
        await Wake(shopping);
        (await shopping.Stored()).Certificates.Count(c => c.IssuedAt is not null).ShouldBe(many + 1);

        (await shopping.BackOffice(HttpMethod.Post, "cancel", new JsonObject())).Status.ShouldBe(200);
        await Wake(shopping);
        (await shopping.Stored()).Certificates.Count(c => c.Withdrawn).ShouldBeGreaterThanOrEqualTo(CertificateIssue.AtOnce);
        await Wake(shopping);

        (await shopping.Stored()).Certificates.ShouldAllBe(c => c.Withdrawn);
    }

    private async Task<Shopping> Buy()
    {
        var shopping = await Shopping.PaidWith(checkout, Shop, Scene.TestGateway, "tok_visa", Sku);
        await shopping.Do("process_order", new JsonObject());
        return shopping;
    }

    /// <summary>As a sweep would, whatever the prompt path has done.</summary>
    private Task Wake(Shopping shopping) =>
        checkout.Service<WakeUpSweep>().Handle(new WakeUp(shopping.OrderId, WakeUpKinds.SoldCertificates, DateTimeOffset.UtcNow), default);
}
