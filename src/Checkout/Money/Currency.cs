using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;

namespace Checkout.Money;

/// <summary>A currency of ISO 4217 (data: currencies.tsv, from Debian iso-codes).</summary>
/// <param name="Code">Alphabetic code, upper case.</param>
/// <param name="Exponent">Digits of the minor unit: 2 for CAD, 0 for JPY, 3 for KWD.</param>
public sealed record Currency(string Code, int NumericCode, int Exponent, string Symbol, string Name)
{
    private static readonly FrozenDictionary<string, Currency> ByCode = Read()
        .ToFrozenDictionary(c => c.Code, StringComparer.OrdinalIgnoreCase);

    /// <summary>How clients print an amount: <c>${{amount}}</c>.</summary>
    public string Format => Symbol + "{{amount}}";

    public bool HasDecimal => Exponent > 0;

    /// <summary>Minor units in one unit.</summary>
    public long MinorUnits => (long)Power(Exponent);

    public static IEnumerable<Currency> All => ByCode.Values;

    /// <summary>Null when there is no such currency.</summary>
    public static Currency? Find(string code) => ByCode.GetValueOrDefault(code);

    public static Currency Of(string code) => Find(code) ?? throw new ArgumentException($"{code} is no ISO 4217 currency.", nameof(code));

    /// <summary>A decimal amount in minor units, rounded half away from zero.</summary>
    public long ToMinorUnits(decimal amount) => Rounding.ToMinorUnits(amount * Power(Exponent));

    /// <summary>A decimal amount in minor units; null when it has digits that the currency does not have, or too many.</summary>
    public long? ToMinorUnitsExactly(decimal amount)
    {
        if (Math.Abs(amount) > long.MaxValue / Power(Exponent))
            return null;
        var units = amount * Power(Exponent);
        return decimal.IsInteger(units) ? (long)units : null;
    }

    /// <summary>Minor units as a decimal amount.</summary>
    public decimal ToDecimal(long amount) => amount / Power(Exponent);

    /// <summary>Minor units as text, with a point and all digits of the currency: 1999 CAD is 19.99.</summary>
    public string ToText(long amount) =>
        ToDecimal(amount).ToString(Exponent == 0 ? "0" : "0." + new string('0', Exponent), CultureInfo.InvariantCulture);

    /// <summary>Minor units as clients print them: 1999 CAD is $19.99.</summary>
    public string Print(long amount, string? format = null) =>
        (format ?? Format).Replace("{{amount}}", ToText(amount), StringComparison.Ordinal);

    private static decimal Power(int exponent) =>
        exponent switch
        {
            0 => 1m,
            1 => 10m,
            2 => 100m,
            3 => 1_000m,
            _ => 10_000m,
        };

    private static IEnumerable<Currency> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Checkout.Money.currencies.tsv")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line is ['#', ..])
                continue;
            var parts = line.Split('\t');
            yield return new Currency(
                parts[0],
                int.Parse(parts[1], CultureInfo.InvariantCulture),
                int.Parse(parts[2], CultureInfo.InvariantCulture),
                parts[3],
                parts[4]
            );
        }
    }
}
