namespace Checkout.Money;

/// <summary>What ISO 4217 says of a currency that amounts depend on.</summary>
public static class Currencies
{
    /// <summary>Three capital letters.</summary>
    public static bool IsCode(string code) => code.Length == 3 && code.All(char.IsAsciiLetterUpper);

    /// <summary>How many digits follow the decimal point: 2 for most, 0 for JPY, 3 for KWD.</summary>
    public static int Exponent(string code) => code switch
    {
        "BIF" or "CLP" or "DJF" or "GNF" or "ISK" or "JPY" or "KMF" or "KRW" or "PYG" or "RWF" or "UGX" or "UYI"
            or "VND" or "VUV" or "XAF" or "XOF" or "XPF" => 0,
        "BHD" or "IQD" or "JOD" or "KWD" or "LYD" or "OMR" or "TND" => 3,
        "CLF" or "UYW" => 4,
        _ => 2,
    };

    /// <summary>Minor units in one major unit: 100 for most.</summary>
    public static decimal MinorUnits(string code) => Exponent(code) switch { 0 => 1m, 2 => 100m, 3 => 1_000m, _ => 10_000m };
}
