using Checkout.Money;
using CsCheck;
using Shouldly;
using Xunit;

namespace Checkout.Tests.Money;

public sealed class CurrencyTests
{
    [Theory]
    [InlineData("CAD", 124, 2, "$")]
    [InlineData("JPY", 392, 0, "¥")]
    [InlineData("EUR", 978, 2, "€")]
    public void Find_KnownCode_HasItsIsoData(string code, int numeric, int exponent, string symbol)
    {
        var currency = Currency.Find(code)!;
        (currency.NumericCode, currency.Exponent, currency.Symbol, currency.HasDecimal).ShouldBe((numeric, exponent, symbol, exponent > 0));
    }

    [Theory]
    [InlineData("CAD", 1999, "$19.99")]
    [InlineData("JPY", 1999, "¥1999")]
    [InlineData("TND", 5, "0.005")]
    public void Print_Amount_HasAllDigitsOfTheCurrency(string code, long amount, string text) =>
        Currency.Of(code).Print(amount).ShouldEndWith(text);

    [Fact]
    public void ToMinorUnits_OfToDecimal_IsTheSameAmount() =>
        Gen.Select(
                Gen.OneOf(Gen.Const("CAD"), Gen.Const("JPY"), Gen.Const("KWD"), Gen.Const("CLF")),
                Gen.Long[-1_000_000_000_000, 1_000_000_000_000]
            )
            .Sample((code, amount) => Currency.Of(code).ToMinorUnits(Currency.Of(code).ToDecimal(amount)) == amount);
}
