using Checkout.Letters;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Mail.Tests;

/// <summary>The built-in letters as they are, of the sample order; <c>UPDATE_LETTERS=1</c> writes them again.</summary>
public sealed class GoldenLetterTests
{
    private readonly ILetters letters = Stage.Letters();
    private readonly Shop shop = Stage.Shop() with
    {
        HostedCheckout = new HostedCheckoutSettings { LogoUrl = "https://shop.example/logo.png", AccentColor = "#1a7a45" },
        Address = new ShopAddress
        {
            Line1 = "1 Market Street",
            PostalCode = "R3C 0A1",
            City = "Winnipeg",
            Country = "Canada",
        },
    };

    public static TheoryData<string, string> All
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var kind in LetterKinds.All)
            foreach (var language in (string[])["en", "fr", "de", "es"])
                all.Add(LetterKinds.Word(kind), language);
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Write_BuiltIn_IsAsItWas(string kind, string language)
    {
        var order = SampleLetters.Order(shop);
        var letter = SampleLetters.Of(LetterKinds.Find(kind)!.Value, order) with { Language = language };

        var written = (await letters.Write(shop, order, letter, default)).Value;

        Same($"{kind}.{language}.txt", $"Subject: {written.Subject}\n\n{written.Text}");
        if (language == "en")
            Same($"{kind}.{language}.html", written.Html);
    }

    private static void Same(string file, string text)
    {
        var path = Path.Combine(Root(), "golden", file);
        if (Environment.GetEnvironmentVariable("UPDATE_LETTERS") is "1")
            File.WriteAllText(path, text);
        File.ReadAllText(path).ShouldBe(text);
    }

    private static string Root([System.Runtime.CompilerServices.CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
