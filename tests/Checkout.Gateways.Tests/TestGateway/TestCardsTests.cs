using Checkout.Gateways.TestGateway;
using Checkout.Orders;
using Checkout.Payments.TestGateway;
using Shouldly;
using Xunit;

namespace Checkout.Gateways.Tests.TestGateway;

public sealed class TestCardsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("4242424242424242", "123", "tok_visa")]
    [InlineData("4242 4242-4242 4242", "123", "tok_visa")]
    [InlineData("5555555555554444", "123", "tok_mastercard")]
    [InlineData("378282246310005", "1234", "tok_amex")]
    [InlineData("4000000000000002", "123", "tok_decline")]
    [InlineData("4000000000009995", "123", "tok_insufficient_funds")]
    [InlineData("4000002500003155", "123", "tok_sca")]
    [InlineData("4000000000000119", "123", "tok_error")]
    [InlineData("4000000000000259", "123", "tok_timeout")]
    [InlineData("4000000000000069", "123", "tok_expired_authorization")]
    public async Task Tokenize_TestNumber_YieldsATokenThatTheGatewayKnows(string number, string cvc, string token)
    {
        var card = TestCards.Tokenize(number, 11, 2026, cvc, Now).Value;
        var outcome = await new TestPaymentGateway(new InMemoryTestGatewayLedger(), TimeProvider.System).Authorize(
            Asked.Authorize(card.Token),
            default
        );

        card.Token.ShouldBe(token);
        card.LastFour.ShouldBe(number[^4..]);
        outcome.Code.ShouldNotBe(GatewayCodes.InvalidToken);
        (outcome.LastFour ?? card.LastFour).ShouldBe(card.LastFour);
    }

    [Theory]
    [InlineData("4242424242424241", 12, 2030, "123", "card_number", "incorrect_number")]
    [InlineData("4242", 12, 2030, "123", "card_number", "incorrect_number")]
    [InlineData("4242x24242424242", 12, 2030, "123", "card_number", "incorrect_number")]
    [InlineData("4012888888881881", 12, 2030, "123", "card_number", "not_a_test_card")]
    [InlineData("4242424242424242", 13, 2030, "123", "expiry", "invalid_expiry")]
    [InlineData("4242424242424242", 0, 2030, "123", "expiry", "invalid_expiry")]
    [InlineData("4242424242424242", 10, 2026, "123", "expiry", "expired_card")]
    [InlineData("4242424242424242", 12, 25, "123", "expiry", "expired_card")]
    [InlineData("4242424242424242", 12, 30, "12", "cvc", "incorrect_cvc")]
    [InlineData("378282246310005", 12, 30, "123", "cvc", "incorrect_cvc")]
    public void Tokenize_WrongCard_NamesTheField(string number, int month, int year, string cvc, string field, string reason)
    {
        var problem = TestCards.Tokenize(number, month, year, cvc, Now).Problems.ShouldHaveSingleItem();

        (problem.Field, problem.SubType).ShouldBe((field, reason));
    }
}
