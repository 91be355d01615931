using System.Globalization;
using System.Text.Json;
using Checkout.Money;
using CsCheck;
using Shouldly;
using Xunit;

namespace BigCommerce.Tests;

public sealed class AmountTests
{
    private static readonly Currency[] Currencies = [.. Currency.All];

    /// <summary>Minor units → decimal on the wire → minor units, for every currency of ISO 4217.</summary>
    [Fact]
    public void Amount_OverTheWireAndBack_IsTheSame()
    {
        Currencies.Select(c => c.Exponent).Distinct().ShouldBe([0, 2, 3, 4], ignoreOrder: true);
        foreach (var currency in Currencies)
            Gen.Long[long.MinValue + 1, long.MaxValue].Sample(amount => Back(currency, amount) == amount, iter: 200);
    }

    [Fact]
    public void Amount_Extremes_AreTheSame()
    {
        foreach (var currency in Currencies)
        foreach (var amount in new[] { 0, 1, -1, 9, 10, 99, 100, 999, 1000, 9999, 10000, long.MaxValue, -long.MaxValue })
            Back(currency, amount).ShouldBe(amount, currency.Code);
    }

    [Fact]
    public void ToMinorUnitsExactly_MoreDigitsThanTheCurrencyHas_IsNone()
    {
        foreach (var currency in Currencies)
            currency.ToMinorUnitsExactly(1m + (1m / (currency.MinorUnits * 10))).ShouldBeNull(currency.Code);
    }

    [Theory]
    [InlineData("79228162514264337593543950335")]
    [InlineData("-79228162514264337593543950335")]
    [InlineData("9223372036854775808")]
    public void ToMinorUnitsExactly_TooLarge_IsNone(string amount)
    {
        foreach (var currency in Currencies)
            currency.ToMinorUnitsExactly(decimal.Parse(amount, CultureInfo.InvariantCulture)).ShouldBeNull(currency.Code);
    }

    private static long? Back(Currency currency, long amount) =>
        currency.ToMinorUnitsExactly(JsonSerializer.Deserialize<decimal>(JsonSerializer.Serialize(currency.ToDecimal(amount))));
}
