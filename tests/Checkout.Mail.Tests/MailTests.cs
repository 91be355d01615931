using System.Globalization;
using Checkout.Letters;
using Checkout.Orders;
using Checkout.Shops;
using MimeKit;

namespace Checkout.Mail.Tests;

public sealed class MailTests : IDisposable
{
    private static readonly Letter Confirmation = new(LetterKind.OrderConfirmation);

    private readonly string folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
    private readonly Shop shop = Stage.Shop();
    private readonly Order order = Stage.Order();

    public void Dispose()
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Send_WithoutAServer_WritesOneFileHoweverOftenItIsSent()
    {
        var letters = Stage.Letters(("Mail:Folder", folder));
        var refund = new Letter(LetterKind.Refunded) { Amount = 1234 };

        (await letters.Send(shop, order, refund, "refund-1", default)).ShouldBe(LetterOutcome.Sent);
        (await letters.Send(shop, order, refund, "refund-1", default)).ShouldBe(LetterOutcome.Sent);

        var letter = await MimeMessage.LoadAsync(
            Directory.GetFiles(folder, "*.eml", SearchOption.AllDirectories).ShouldHaveSingleItem(),
            CancellationToken.None
        );
        letter.To.ToString().ShouldBe("\"Ann Lee\" <ann@home.example>");
        letter.From.ToString().ShouldBe("\"Demo Shop\" <orders@shop.example>");
        letter.TextBody!.ShouldContain("refunded $12.34\u00a0CAD");
        letter.HtmlBody!.ShouldContain("refunded $12.34&#xA0;CAD");
    }

    [Fact]
    public async Task Send_WithAServer_HandsItOver()
    {
        using var server = SmtpServer.Start();
        var letters = Stage.Letters(("Mail:Server", "127.0.0.1"), Port(server), ("Mail:Sender", "no-reply@mail.example"));

        (await letters.Send(shop, order, Confirmation, "1", default)).Kind.ShouldBe(LetterOutcomeKind.Sent);

        var letter = string.Join('\n', await server.Letter);
        letter.ShouldContain("From: Demo Shop <no-reply@mail.example>");
        letter.ShouldContain("Reply-To: orders@shop.example");
        letter.ShouldContain("multipart/alternative");
    }

    [Fact]
    public async Task Send_SenderAndReplyOfTheShop_AreUsed()
    {
        var own = shop with
        {
            Letters = new LetterSettings { SenderAddress = "hello@brand.example", ReplyTo = "help@brand.example" },
        };

        await Stage.Letters(("Mail:Folder", folder), ("Mail:Sender", "no-reply@mail.example")).Send(own, order, Confirmation, "1", default);

        var letter = await Written();
        letter.From.Mailboxes.Single().Address.ShouldBe("hello@brand.example");
        letter.ReplyTo.Mailboxes.Single().Address.ShouldBe("help@brand.example");
        letter.MessageId.ShouldEndWith("@brand.example");
    }

    [Fact]
    public async Task Send_AddressThatTheServerWillNeverKnow_IsRefusedAndOneThatIsAwayDelays()
    {
        using var server = SmtpServer.Start(refusesRecipient: true);
        var letters = Stage.Letters(("Mail:Server", "127.0.0.1"), Port(server));

        var refused = await letters.Send(shop, order, Confirmation, "1", default);
        server.Dispose();
        var away = await letters.Send(shop, order, Confirmation, "1", default);

        refused.Kind.ShouldBe(LetterOutcomeKind.Refused);
        refused.Reason.ShouldNotContain("ann@");
        away.Kind.ShouldBe(LetterOutcomeKind.Delayed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not an address")]
    [InlineData("ann@home.example\r\nBcc: all@other.example")]
    public async Task Send_AddressThatIsNone_IsRefusedAndWritesNothing(string address)
    {
        var nobody = order with { Customer = order.Customer! with { EmailAddress = address } };

        var outcome = await Stage.Letters(("Mail:Folder", folder)).Send(shop, nobody, Confirmation, "1", default);

        outcome.Kind.ShouldBe(LetterOutcomeKind.Refused);
        Directory.Exists(folder).ShouldBeFalse();
    }

    [Fact]
    public async Task Send_NamesAndSubjectsWithLineBreaks_AddNoHeaders()
    {
        var sly = order with { Customer = order.Customer! with { FirstName = "Ann\r\nBcc: all@other.example" } };
        var own = shop with
        {
            Name = "Demo\r\nCc: all@other.example",
            Letters = new LetterSettings
            {
                Templates =
                [
                    new()
                    {
                        Kind = LetterKind.OrderConfirmation,
                        Language = "en",
                        Subject = "A\r\nBcc: {{ customer.first_name }}",
                    },
                ],
            },
        };

        await Stage.Letters(("Mail:Folder", folder)).Send(own, sly, Confirmation, "1", default);

        var headers = (await Written()).Headers.Select(header => header.Field).ToList();
        headers.ShouldNotContain("Bcc");
        headers.ShouldNotContain("Cc");
    }

    [Fact]
    public async Task Send_GiftCard_GoesToItsReceiverWithTheCode()
    {
        var letter = new Letter(LetterKind.GiftCard)
        {
            To = "bo@home.example",
            GiftCard = new LetterGiftCard("card1", "seed1", 5000, "CAD") { RecipientName = "Bo", Message = "<b>Hi</b>" },
        };

        await Stage.Letters(("Mail:Folder", folder)).Send(shop, order: null, letter, "card-1", default);

        var written = await Written();
        written.To.Mailboxes.Single().Address.ShouldBe("bo@home.example");
        written.TextBody!.ShouldContain("ABCD-EFGH");
        written.HtmlBody!.ShouldContain("&lt;b&gt;Hi&lt;/b&gt;");
        written.HtmlBody!.ShouldContain("ABCD-EFGH");
    }

    [Fact]
    public async Task Send_GiftCardWhoseCodeCannotBeCalculated_IsRefused()
    {
        var letter = new Letter(LetterKind.GiftCard)
        {
            To = "bo@home.example",
            GiftCard = new LetterGiftCard("card2", "seed1", 5000, "CAD"),
        };

        var outcome = await Stage.Letters(("Mail:Folder", folder)).Send(shop, order: null, letter, "card-1", default);

        outcome.Kind.ShouldBe(LetterOutcomeKind.Refused);
        Directory.Exists(folder).ShouldBeFalse();
    }

    [Fact]
    public void AddCheckoutMail_PortThatIsNone_NamesTheSetting() =>
        Should.Throw<InvalidOperationException>(() => Stage.Letters(("Mail:Port", "seven"))).Message.ShouldContain("Mail:Port");

    [Fact]
    public async Task CanSend_NeitherServerNorFolderOutsideDevelopment_IsFalseAndNothingIsSent()
    {
        var letters = Stage.Letters();

        letters.CanSend.ShouldBeFalse();
        (await letters.Send(shop, order, Confirmation, "1", default)).Kind.ShouldBe(LetterOutcomeKind.Delayed);
    }

    private async Task<MimeMessage> Written() =>
        await MimeMessage.LoadAsync(Directory.GetFiles(folder, "*.eml", SearchOption.AllDirectories).Single(), CancellationToken.None);

    private static (string, string) Port(SmtpServer server) => ("Mail:Port", server.Port.ToString(CultureInfo.InvariantCulture));
}
