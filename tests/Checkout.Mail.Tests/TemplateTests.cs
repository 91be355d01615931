using System.Diagnostics;
using Checkout.Letters;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Mail.Tests;

/// <summary>Templates are the merchant's: what they may, what they may not, and what becomes of a letter whose template fails.</summary>
public sealed class TemplateTests
{
    private readonly ILetters letters = Stage.Letters();

    [Theory]
    [InlineData("{{ order.number ", "html")]
    [InlineData("{% if order %}", "html")]
    [InlineData("{% nothing %}", "html")]
    [InlineData("{{ order.number | nothing }}", "html")]
    [InlineData("{% include 'nobody.wrote' %}", "html")]
    [InlineData("{% capture x %}a{% endcapture %}", "html")]
    [InlineData("{% render 'lines.html' %}", "html")]
    [InlineData("{% for i in (1..2000000000) %}x{% endfor %}", "html")]
    [InlineData("{% assign a = (1..2000000000) %}", "html")]
    [InlineData("{{ lines[(1..2000000000)] }}", "html")]
    [InlineData("{{ 'a' | append: (1..2000000000) }}", "html")]
    [InlineData("{% if true %}{% else %}{% case (1..2000000000) %}{% when 1 %}{% endcase %}{% endif %}", "html")]
    public async Task Check_TemplateThatIsNone_IsRefusedNamingItsField(string template, string part)
    {
        var watch = Stopwatch.StartNew();

        var checkedShop = await letters.Check(
            With(
                new()
                {
                    Kind = LetterKind.Shipped,
                    Language = "en",
                    Html = template,
                }
            ),
            default
        );

        checkedShop.Problems.ShouldHaveSingleItem().Field.ShouldBe($"letters.templates[0].{part}");
        checkedShop.Problems[0].SubType.ShouldBe("template");
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    public static TheoryData<string> Endless =>
        [
            Nested(7, ""),
            "{% assign x = 'aaaaaaaaaaaaaaaa' %}" + Nested(2, "{% assign x = x | append: x %}"),
            "{% assign x = 'aaaaaaaaaaaaaaaa' %}" + Nested(2, "{% assign x = x | prepend: x %}{{ x }}"),
            Nested(4, "{% include 'header.html' %}{% include 'lines.html' %}{% include 'details.html' %}"),
        ];

    [Theory]
    [MemberData(nameof(Endless))]
    public async Task Check_TemplateWithoutEnd_IsRefused(string template)
    {
        var checkedShop = await letters.Check(
            With(
                new()
                {
                    Kind = LetterKind.Shipped,
                    Language = "en",
                    Text = template,
                }
            ),
            default
        );

        checkedShop.Problems.ShouldHaveSingleItem().Field.ShouldBe("letters.templates[0].text");
    }

    [Fact]
    public async Task Check_TemplatesOfEachKind_AreAccepted()
    {
        var shop = Stage.Shop() with
        {
            Letters = new LetterSettings
            {
                Templates =
                [
                    .. LetterKinds.All.Select(kind => letters.BuiltIn(kind, "en")),
                    .. LetterKinds.All.Select(kind => letters.BuiltIn(kind, "it")),
                ],
            },
        };

        (await letters.Check(shop, default)).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task Write_WhatShoppersWrote_IsEscapedInHtmlAndNotInText()
    {
        var order = Stage.Order();
        order = order with { LineItems = [order.LineItems[0] with { ProductTitle = "<script>alert('é')</script>" }] };

        var written = (await letters.Write(Stage.Shop(), order, new Letter(LetterKind.OrderConfirmation), default)).Value;

        written.Html.ShouldContain("&lt;script&gt;");
        written.Html.ShouldContain("é");
        written.Html.ShouldNotContain("<script");
        written.Text.ShouldContain("<script>alert('é')</script>");
    }

    [Fact]
    public async Task Write_TrackingThatIsNoWebLink_HasNoLink()
    {
        var letter = new Letter(LetterKind.Shipped) { Tracking = new("Post", "1", "javascript:alert(1)"), Lines = [new("a", 1)] };

        var written = (await letters.Write(Stage.Shop(), Stage.Order(), letter, default)).Value;

        written.Html.ShouldNotContain("javascript:");
        written.Text.ShouldNotContain("javascript:");
    }

    [Fact]
    public async Task Write_OwnTemplateOfTheLanguage_ReplacesItsPartsAlone()
    {
        var shop = With(
            new()
            {
                Kind = LetterKind.OrderConfirmation,
                Language = "fr",
                Subject = "Merci {{ customer.first_name }}",
            }
        ) with
        {
            Locale = "fr-CA",
        };

        var french = (await letters.Write(shop, Stage.Order(), new Letter(LetterKind.OrderConfirmation), default)).Value;
        var english = (
            await letters.Write(shop, Stage.Order(), new Letter(LetterKind.OrderConfirmation) { Language = "en" }, default)
        ).Value;

        french.Subject.ShouldBe("Merci Ann");
        french.Html.ShouldContain("Merci pour votre commande");
        english.Subject.ShouldStartWith("Your order ");
    }

    [Fact]
    public async Task Send_OwnTemplateFailsOnAnOrder_TheBuiltInOneIsUsed()
    {
        var folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var shop = With(
            new()
            {
                Kind = LetterKind.OrderConfirmation,
                Language = "en",
                Html = "{{ order.number | nothing }}",
            }
        );

        (
            await Stage.Letters(("Mail:Folder", folder)).Send(shop, Stage.Order(), new Letter(LetterKind.OrderConfirmation), "1", default)
        ).Kind.ShouldBe(LetterOutcomeKind.Sent);

        var written = await MimeKit.MimeMessage.LoadAsync(
            Directory.GetFiles(folder, "*.eml", SearchOption.AllDirectories).Single(),
            CancellationToken.None
        );
        Directory.Delete(folder, recursive: true);
        written.HtmlBody!.ShouldContain("Thank you for your order");
    }

    [Theory]
    [InlineData(LetterKind.OrderConfirmation)]
    [InlineData(LetterKind.Abandoned)]
    public async Task Write_BuiltIn_AsksTheNetForNothingButPicturesByHttps(LetterKind kind)
    {
        var order = Stage.Order();
        order = order with
        {
            LineItems =
            [
                order.LineItems[0] with
                {
                    ImageUrl = "https://cdn.example/kettle.jpg",
                },
                order.LineItems[0] with
                {
                    Key = "b",
                    ImageUrl = "http://tracker.example/pixel.gif",
                },
                order.LineItems[0] with
                {
                    Key = "c",
                    ImageUrl = "/local.png",
                },
            ],
        };

        var html = (await letters.Write(Stage.Shop(), order, new Letter(kind), default)).Value.Html;

        html.ShouldContain("src=\"https://cdn.example/kettle.jpg\"");
        html.ShouldNotContain("tracker.example");
        html.ShouldNotContain("local.png");
        html.Split("src=").Length.ShouldBe(2);
        html.ShouldNotContain("@import");
        html.ShouldNotContain("<link");
        html.ShouldNotContain("<script");
    }

    private static string Nested(int loops, string body) =>
        string.Concat(Enumerable.Range(0, loops).Select(i => $"{{% for i{i} in totals %}}"))
        + body
        + string.Concat(Enumerable.Repeat("{% endfor %}", loops));

    private static Shop With(LetterTemplate template) => Stage.Shop() with { Letters = new LetterSettings { Templates = [template] } };
}
