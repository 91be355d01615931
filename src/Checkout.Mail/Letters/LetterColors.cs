using System.Globalization;
using Checkout.Shops;

namespace Checkout.Mail.Letters;

/// <summary>The color of the one button of a letter, and of the text on it.</summary>
internal static class LetterColors
{
    private const string Ink = "#1b1d21";
    private const string White = "#ffffff";

    public static string Accent(Shop shop) => shop.HostedCheckout.AccentColor ?? Ink;

    /// <summary>Whichever can be read on the color better.</summary>
    public static string On(string color) => Luminance(color) > 0.36 ? Ink : White;

    private static double Luminance(string color) => 0.2126 * Channel(color, 1) + 0.7152 * Channel(color, 3) + 0.0722 * Channel(color, 5);

    private static double Channel(string color, int at) =>
        Math.Pow(int.Parse(color.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0, 2.2);
}
