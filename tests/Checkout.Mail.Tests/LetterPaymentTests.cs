using Checkout.Letters;
using Checkout.Mail.Letters;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Mail.Tests;

/// <summary>What a shopper reads on their receipt about how they paid.</summary>
public sealed class LetterPaymentTests
{
    [Theory]
    [InlineData("Visa ending in 4242", "visa", "4242", "Visa ending in 4242")]
    [InlineData("", "visa", "4242", "visa 4242")]
    [InlineData(" ", "", "4242", "4242")]
    [InlineData("", "", "", "Payment")]
    public void Payments_TenderAsItIsKnown_IsNamed(string displayString, string brand, string lastFour, string expected)
    {
        var order = Stage.Order() with
        {
            Payments =
            [
                new Payment
                {
                    Id = "p",
                    GatewayPublicId = "g",
                    Token = "t",
                    Currency = "CAD",
                    CreatedAt = DateTimeOffset.UnixEpoch,
                    DisplayString = displayString,
                    Brand = brand,
                    LastFour = lastFour,
                },
            ],
        };

        var subject = new LetterSubject(Stage.Shop(), order, new Letter(LetterKind.OrderConfirmation), "en", Page: null, Code: null);
        var payments = (List<object?>)new LetterModel(subject).Values["payments"]!;

        var row = (Dictionary<string, object?>)payments.ShouldHaveSingleItem()!;
        row["text"].ShouldBe(expected);
    }
}
