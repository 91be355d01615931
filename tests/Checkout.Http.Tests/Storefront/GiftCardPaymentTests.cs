using System.Text;
using Checkout.Orders;
using Checkout.Stores;
using Shouldly;
using Xunit;

namespace Checkout.Http.Tests.Storefront;

[Collection(StartedHost.Name)]
public sealed class GiftCardPaymentTests(StartedHost host)
{
    private const string Gateway = "giftcardgateway0000000000000000000000000000000000000000000000001";

    [Fact]
    public async Task Card_ThatCoversAPart_LeavesTheRestToAnother_AndIsTakenWhenPlaced()
    {
        var code = await Issue(1_000);
        var checkout = await Filled();
        var total = (await checkout.Get("/refresh")).State.GetProperty("order_total").GetInt64();

        var added = (await Pay(checkout, code)).Ok();
        var payment = added.Data.GetProperty("payment");
        (payment.GetProperty("type").GetString(), payment.GetProperty("amount").GetInt64()).ShouldBe(("gift_card", 1_000));
        added.State.GetProperty("order_balance").GetInt64().ShouldBe(total - 1_000);
        (await checkout.Post("/process_order"))
            .Body.GetProperty("errors")[0]
            .GetProperty("message")
            .GetString()
            .ShouldBe("There are insufficient payments to cover this order");

        (await checkout.Pay("tok_visa")).Ok().Data.GetProperty("payment").GetProperty("amount").GetInt64().ShouldBe(total - 1_000);
        (await Balance(code)).ShouldBe(1_000);
        (await checkout.Post("/process_order")).Ok().State.GetProperty("is_processed").GetBoolean().ShouldBeTrue();
        (await Balance(code)).ShouldBe(0);
    }

    [Fact]
    public async Task Card_ThatCoversMore_PaysNoMoreThanTheOrder()
    {
        var code = await Issue(100_000);
        var checkout = await Filled();
        var total = (await checkout.Get("/refresh")).State.GetProperty("order_total").GetInt64();

        (await Pay(checkout, code)).Ok().State.GetProperty("order_balance").GetInt64().ShouldBe(0);
        (await checkout.Post("/process_order")).Ok();

        (await Balance(code)).ShouldBe(100_000 - total);
    }

    [Fact]
    public async Task Card_TakenOff_FreesTheBalance_AndKeepsItsMoney()
    {
        var code = await Issue(1_000);
        var checkout = await Filled();
        var id = (await Pay(checkout, code)).Ok().Data.GetProperty("payment").GetProperty("id").GetString();
        (await checkout.Pay("tok_visa", "100")).Ok();

        var removed = (await checkout.Delete("/payments/gift_card", $$"""{"id":"{{id}}"}""")).Ok();
        removed.State.GetProperty("payments").EnumerateArray().Select(p => p.GetProperty("type").GetString()).ShouldBe(["credit_card"]);
        removed.State.GetProperty("order_balance").GetInt64().ShouldBe(removed.State.GetProperty("order_total").GetInt64() - 100);
        (await Balance(code)).ShouldBe(1_000);
    }

    [Fact]
    public async Task Card_OnAnOrder_ItsCodeIsNowhereButInTheCallThatBroughtIt()
    {
        var code = await Issue(1_000);
        var checkout = await Filled();

        (await Pay(checkout, code)).Ok();
        (await checkout.Pay("tok_visa")).Ok();
        var placed = (await checkout.Post("/process_order")).Ok();

        placed.Body.GetRawText().ShouldNotContain(code);
        (await checkout.Get("/refresh")).Body.GetRawText().ShouldNotContain(code);
        var stored = (await host.Service<IOrderStore>().Load(checkout.OrderId, default))!.Order;
        Encoding.UTF8.GetString(OrderDocument.Write(stored).Span).ShouldNotContain(code);
        stored.Payments.Single(p => p.Type == PaymentTypes.GiftCard).LastFour.ShouldBe(code[^4..]);
        (await Balance(code)).ShouldBe(0);
    }

    [Fact]
    public async Task Card_NamedByWhatAnOrderKeepsOfIt_IsNoCode()
    {
        var code = await Issue(1_000);

        (await Pay(await Filled(), GiftCardCode.ReferenceOf(code))).Status.ShouldBe(422);
    }

    [Fact]
    public async Task DeleteGiftCard_PaymentThatIsNone_IsRefusedAndStays()
    {
        var checkout = await Filled();
        var id = (await checkout.Pay("tok_visa")).Ok().Data.GetProperty("payment").GetProperty("id").GetString();
        (await checkout.Delete("/payments/gift_card", $$"""{"id":"{{id}}"}""")).Field.ShouldBe("id");
        (await checkout.Delete("/payments/gift_card", """{"id":"none"}""")).Status.ShouldBe(422);
        (await checkout.Delete("/payments/gift_card", "{}")).Field.ShouldBe("id");
        (await checkout.Get("/payments")).Data.GetProperty("payments").GetArrayLength().ShouldBe(1);
    }

    [Theory]
    [InlineData("NO-SUCH-CARD", "The gift card is not valid.")]
    [InlineData("empty", "The gift card is used up.")]
    [InlineData("twice", "The gift card is already on the order.")]
    [InlineData("euros", "The gift card is in EUR.")]
    [InlineData("expired", "The gift card is not valid.")]
    public async Task Card_ThatCannotPay_IsRefusedWithItsReason(string which, string reason)
    {
        var code = which switch
        {
            "empty" => await Issue(0),
            "twice" => await Issue(500),
            "euros" => await Issue(500, "EUR"),
            "expired" => await Issue(500, expires: DateTimeOffset.UnixEpoch),
            _ => which,
        };
        var checkout = await Filled();
        if (which == "twice")
            (await Pay(checkout, code)).Ok();

        var refused = await Pay(checkout, code);

        refused.Combination.ShouldBe(("order", "payment", "validation", "payment"));
        refused.Error.GetProperty("message").GetString().ShouldBe(reason);
    }

    private async Task<Checkout> Filled()
    {
        var checkout = await host.NewOrder();
        await checkout.Fill();
        return checkout;
    }

    private static Task<Answer> Pay(Checkout checkout, string code) =>
        checkout.Post("/payments", $$"""{"gateway_public_id":"{{Gateway}}","token":"{{code}}","type":"gift_card"}""");

    private async Task<string> Issue(long balance, string currency = "CAD", DateTimeOffset? expires = null)
    {
        var code = $"CARD-{Guid.NewGuid():N}";
        await host.Service<IGiftCards>()
            .Issue(StartedHost.Shop, new GiftCard(code, currency, balance, expires, PurchasedAt: null), default);
        return code;
    }

    private async Task<long> Balance(string code) => (await host.Service<IGiftCards>().Find(StartedHost.Shop, code, default))!.Balance;
}
