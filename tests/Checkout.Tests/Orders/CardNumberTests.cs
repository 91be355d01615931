using Checkout.Orders;
using Checkout.Payments;
using Checkout.Shops;
using Shouldly;
using Xunit;

namespace Checkout.Tests.Orders;

public sealed class CardNumberTests
{
    private static readonly Shop Shop = AnOrder.Shop() with
    {
        Gateways =
        [
            new GatewaySettings { PublicId = "cards", Driver = "stripe" },
            new GatewaySettings { PublicId = "gifts", Driver = PaymentTypes.GiftCard },
        ],
    };

    [Theory]
    [InlineData("4242424242424242", true)]
    [InlineData("4242 4242 4242 4242", true)]
    [InlineData(" 4242-4242–4242\t4242 ", true)]
    [InlineData("378282246310005", true)]
    [InlineData("6759649826438453", true)]
    [InlineData("676770000013", true)]
    [InlineData("6304000000000000000", true)]
    [InlineData("4242424242424241", false)]
    [InlineData("42424242428", false)]
    [InlineData("42424242424242424242", false)]
    [InlineData("tok_4242424242424242", false)]
    [InlineData("pm_card_visa", false)]
    [InlineData("", false)]
    public void Resembles_DigitsWithARightCheckDigit_AreACardNumber(string text, bool expected) =>
        CardNumber.Resembles(text).ShouldBe(expected);

    [Fact]
    public void AddPayment_CardNumberAsToken_IsRefusedWithoutRepeatingIt()
    {
        var problem = Add("cards", "4242 4242 4242 4242").Problems.ShouldHaveSingleItem();

        (problem.Field, problem.SubType).ShouldBe(("token", "card_number"));
        problem.Message.ShouldNotContain("4242");
    }

    [Fact]
    public void AddPayment_GiftCardWhoseCodeLooksLikeACardNumber_IsTaken() =>
        Add("gifts", "6304000000000000000", new GiftCard("6304000000000000000", "CAD", 5000, null, null)).Succeeded.ShouldBeTrue();

    private static Result<Order> Add(string gateway, string token, GiftCard? card = null) =>
        AddPayment.Decide(
            AnOrder.Of(AnOrder.Line()),
            Shop,
            new OfferedPayment(gateway, token),
            new KnownTender(Card: card),
            AnOrder.Now,
            new CountingIds()
        );
}
