using System.Globalization;

namespace Checkout.Http.Pages;

/// <summary>A shop's color on our pages: used where text on it and it on the page can be read (WCAG 2.2, 1.4.3: 4.5 to 1).</summary>
internal static class AccentColor
{
    private const double LeastContrast = 4.5;
    private const string LightPage = "#ffffff";
    private const string DarkPage = "#16181b";

    /// <summary>The custom properties of tokens.css; empty where the color cannot be used.</summary>
    public static string Css(string? color)
    {
        if (color is null)
            return "";
        var light = Usable(color, LightPage) ? $"--shop-accent:{color};--shop-on-accent:{TextOn(color)};" : "";
        var dark = Usable(color, DarkPage) ? $"--shop-accent-dark:{color};--shop-on-accent-dark:{TextOn(color)};" : "";
        return light.Length + dark.Length == 0 ? "" : $":root{{{light}{dark}}}";
    }

    private static bool Usable(string color, string page) =>
        Contrast(color, page) >= LeastContrast && Contrast(color, TextOn(color)) >= LeastContrast;

    private static string TextOn(string color) => Contrast(color, LightPage) >= Contrast(color, DarkPage) ? LightPage : DarkPage;

    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string color) => 0.2126 * Channel(color, 1) + 0.7152 * Channel(color, 3) + 0.0722 * Channel(color, 5);

    private static double Channel(string color, int at)
    {
        var value = int.Parse(color.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return value <= 0.03928 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
