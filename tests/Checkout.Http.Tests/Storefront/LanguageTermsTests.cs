using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Checkout.Http.Dialects.Bold;
using Checkout.Shops;
using Shouldly;
using Xunit;

namespace Checkout.Http.Tests.Storefront;

/// <summary>Checkout templates speak the shop's language (docs/contract/shapes.md#terms).</summary>
public sealed class LanguageTermsTests
{
    [Theory]
    [InlineData("en-CA", "Place order")]
    [InlineData("fr-CA", "Passer la commande")]
    [InlineData("de", "Bestellung aufgeben")]
    [InlineData("es_MX", "Realizar el pedido")]
    [InlineData("ja", "Place order")]
    public void Terms_OfALanguage_HaveEveryWordOfTheTenGroups(string locale, string placeOrder)
    {
        var terms = Terms(Of(locale));

        terms["payment_method"]!["complete_order"]!.GetValue<string>().ShouldBe(placeOrder);
        terms.AsObject().Select(group => group.Key).ShouldBe(TermGroups.All, ignoreOrder: true);
        Words(terms).Keys.ShouldBe(Words(Terms(Of("en"))).Keys, ignoreOrder: true);
        Words(terms).Values.ShouldAllBe(text => text.Trim().Length > 0);
        Words(terms).Keys.ShouldAllBe(term => TermGroups.Hold(term));
    }

    [Theory]
    [InlineData("fr", "de")]
    [InlineData("de", "es")]
    [InlineData("es", "en")]
    public void Terms_OfTwoLanguages_AreNotTheSame(string one, string other)
    {
        var (mine, theirs) = (Words(Terms(Of(one))), Words(Terms(Of(other))));

        mine.Count(word => theirs[word.Key] == word.Value).ShouldBeLessThan(mine.Count / 10);
    }

    [Fact]
    public void Terms_OfTheShopsOwn_ComeBeforeThoseOfItsLanguage()
    {
        var own = new Dictionary<string, string>
        {
            ["payment_method.complete_order"] = "Buy «now»",
            ["error_messages.shipping.enter_city"] = "Which city?",
            ["global.slogan"] = "Cheese, please",
        };

        var terms = Words(Terms(Of("de") with { Terms = own.ToImmutableDictionary() }));

        terms["payment_method.complete_order"].ShouldBe("Buy «now»");
        terms["error_messages.shipping.enter_city"].ShouldBe("Which city?");
        terms["global.slogan"].ShouldBe("Cheese, please");
        terms["summary.total"].ShouldBe("Summe");
        Words(Terms(Of("de")))["payment_method.complete_order"].ShouldBe("Bestellung aufgeben");
    }

    [Theory]
    [InlineData("checkout.place")]
    [InlineData("summary")]
    [InlineData("summary.")]
    [InlineData("summary.total.long")]
    [InlineData("error_messages.enter_city")]
    public void Terms_OfNoGroup_AreRefusedByName(string term)
    {
        var refused = ShopRules.Check(Of("en") with { Terms = ImmutableDictionary<string, string>.Empty.Add(term, "x") });

        refused.Problems.ShouldContain(problem => problem.Field == "terms" && problem.Message.Contains(term));
    }

    private static Shop Of(string locale) =>
        new()
        {
            Identifier = "termsshop1",
            Name = "Terms",
            Currency = "CAD",
            Locale = locale,
        };

    private static JsonNode Terms(Shop shop) => JsonNode.Parse(LanguageState.Of(shop).LanguageBlob)!["terms"]!;

    private static Dictionary<string, string> Words(JsonNode terms) =>
        terms
            .AsObject()
            .SelectMany(group =>
                group.Value is JsonObject inner
                    ? Words(inner).Select(word => KeyValuePair.Create($"{group.Key}.{word.Key}", word.Value))
                    : [KeyValuePair.Create(group.Key, group.Value!.GetValue<string>())]
            )
            .ToDictionary();
}
