using Checkout.Payments;
using Shouldly;
using Xunit;

namespace Checkout.Gateways.Tests.Stripe;

public sealed class StripeSettingsTests
{
    [Theory]
    [InlineData("api_key", "sk_live_written_into_the_document")]
    [InlineData("api_key", "secret:shops/demo/not-there")]
    [InlineData("api_base", "https://stripe.example.com")]
    [InlineData("api_base", "not an address")]
    public async Task Authorize_UnusableSetting_DeclinesWithoutAsking(string setting, string value)
    {
        await using var shop = await StripeShop.Open();
        var gateway = shop.Settings with { Settings = shop.Settings.Settings.SetItem(setting, value) };

        var outcome = await shop.Gateway.Authorize(shop.Authorization("pm_card_visa") with { Gateway = gateway }, default);

        (outcome.Kind, outcome.Code).ShouldBe((GatewayOutcomeKind.Declined, "gateway_not_available"));
        shop.StandIn.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Authorize_OtherAddressOutsideDevelopment_DeclinesWithoutAsking()
    {
        await using var shop = await StripeShop.Open(isDevelopment: false);

        var outcome = await shop.Gateway.Authorize(shop.Authorization("pm_card_visa"), default);

        outcome.Code.ShouldBe("gateway_not_available");
        shop.StandIn.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Authorize_KeyThatStripeRefuses_DeclinesAsNotAvailable()
    {
        await using var shop = await StripeShop.Open();
        var gateway = shop.Settings with { Settings = shop.Settings.Settings.SetItem("api_key", "secret:shops/demo/wrong-key") };

        var outcome = await shop.Gateway.Authorize(shop.Authorization("pm_card_visa") with { Gateway = gateway }, default);

        outcome.Code.ShouldBe("gateway_not_available");
    }

    [Fact]
    public async Task Authorize_OldStyleToken_IsSentAsCardData()
    {
        await using var shop = await StripeShop.Open();

        (await shop.Gateway.Authorize(shop.Authorization("tok_visa"), default)).Kind.ShouldBe(GatewayOutcomeKind.Succeeded);

        var sent = shop.StandIn.Requests.ShouldHaveSingleItem().Fields;
        sent["payment_method_data[type]"].ShouldBe("card");
        sent["payment_method_data[card][token]"].ShouldBe("tok_visa");
    }

    [Theory]
    [InlineData("CAD", 1999, "1999")]
    [InlineData("JPY", 500, "500")]
    [InlineData("ISK", 5, "500")]
    [InlineData("UGX", 5, "500")]
    [InlineData("HUF", 1045, "1045")]
    [InlineData("TWD", 80045, "80045")]
    [InlineData("MGA", 500, "5")]
    [InlineData("KWD", 5120, "5120")]
    public async Task Authorize_Currency_IsSentInStripesUnits(string currency, long amount, string sent)
    {
        await using var shop = await StripeShop.Open();

        await shop.Gateway.Authorize(shop.Authorization("pm_card_visa", amount, currency: currency), default);

        shop.StandIn.Requests.ShouldHaveSingleItem().Fields["amount"].ShouldBe(sent);
    }

    [Theory]
    [InlineData("KWD", 5124)]
    [InlineData("MGA", 550)]
    public async Task Authorize_AmountFinerThanStripeCharges_DeclinesInsteadOfRounding(string currency, long amount)
    {
        await using var shop = await StripeShop.Open();

        var outcome = await shop.Gateway.Authorize(shop.Authorization("pm_card_visa", amount, currency: currency), default);

        outcome.Code.ShouldBe("amount_not_chargeable");
        shop.StandIn.Requests.ShouldBeEmpty();
    }
}
