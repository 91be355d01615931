using Checkout.Shops;
using Shouldly;
using Xunit;

namespace Checkout.Tests.Shops;

public sealed class GatewayFormTests
{
    private const string Back = "https://shop.example.com/checkout";

    [Theory]
    [InlineData("pk_test_1", "stripe")]
    [InlineData("pk_live_1", "stripe")]
    [InlineData("sk_live_secret", null)]
    [InlineData("secret:stripe-key", null)]
    [InlineData("", null)]
    public void Of_Stripe_IsThereForAPublishableKeyAndShowsNoOther(string key, string? type) =>
        (GatewayForm.Of(Stripe(("publishable_key", key)), null)?.Type).ShouldBe(type);

    [Fact]
    public void Of_DriversWithoutAForm_IsNull() =>
        GatewayForm.Of(new GatewaySettings { PublicId = "g", Driver = "gift_card" }, null).ShouldBeNull();

    [Theory]
    [InlineData("card", null, "card")]
    [InlineData("card, link, klarna", Back, "card link klarna")]
    [InlineData("card, link, klarna", null, "card link")]
    [InlineData("klarna", null, "card")]
    [InlineData("ideal bancontact", Back, "card")]
    [InlineData("", null, "card")]
    public void MethodTypes_AreThoseThatCanBeHeldAndComeBack(string setting, string? back, string expected) =>
        GatewayForm.MethodTypes(Stripe(("payment_method_types", setting)), back).ShouldBe(expected.Split(' '));

    [Fact]
    public void MethodTypes_OwnReturnUrl_GoesBeforeTheOrders()
    {
        var gateway = Stripe(("return_url", "https://own.example.com"), ("payment_method_types", "card, paypal"));

        GatewayForm.MethodTypes(gateway, null).ShouldBe(["card", "paypal"]);
        GatewayForm.ReturnUrl(gateway, Back).ShouldBe("https://own.example.com");
    }

    [Fact]
    public void InFrame_OffersNothingThatLeadsAway() =>
        GatewayForm
            .Of(Stripe(("publishable_key", "pk_test_1"), ("payment_method_types", "klarna, card, link")), Back)!
            .InFrame.PaymentMethodTypes.ShouldBe(["card", "link"]);

    [Fact]
    public void Number_IsTheSettingOrStaysTheSameForAPublicId()
    {
        var gateway = Stripe();

        gateway.Number.ShouldBeGreaterThan(0);
        Stripe(("display", "other")).Number.ShouldBe(gateway.Number);
        (gateway with { PublicId = "another" }).Number.ShouldNotBe(gateway.Number);
        Stripe(("gateway_id", "42")).Number.ShouldBe(42);
        Stripe(("gateway_id", "-1")).Number.ShouldBe(gateway.Number);
    }

    [Fact]
    public void IsNamed_ByPublicIdAndByNumber()
    {
        var gateway = Stripe(("gateway_id", "42"));

        (gateway.IsNamed("cards"), gateway.IsNamed("42"), gateway.IsNamed("043"), gateway.IsNamed(null)).ShouldBe(
            (true, true, false, false)
        );
    }

    private static GatewaySettings Stripe(params ReadOnlySpan<(string Name, string Value)> settings)
    {
        var gateway = new GatewaySettings { PublicId = "cards", Driver = "stripe" };
        foreach (var (name, value) in settings)
            gateway = gateway with { Settings = gateway.Settings.Add(name, value) };
        return gateway;
    }
}
