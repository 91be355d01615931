using System.Globalization;
using Checkout.Orders;
using Checkout.Shops;
using Checkout.Stores;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Checkout.Mail.Tests;

public sealed class MailTests : IDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
    private readonly Shop shop = new()
    {
        Identifier = "shop1",
        Name = "Demo Shop",
        Currency = "CAD",
        Email = "orders@shop.example",
    };
    private readonly Order order = new()
    {
        PublicOrderId = "order1",
        ShopIdentifier = "shop1",
        OrderId = 42,
        Currency = new OrderCurrency("CAD"),
        CreatedAt = DateTimeOffset.UnixEpoch,
        Customer = new Customer
        {
            FirstName = "Ann",
            LastName = "Lee",
            EmailAddress = "ann@home.example",
        },
        LineItems =
        [
            new LineItem
            {
                Key = "a",
                Id = "1",
                ProductTitle = "Kettle",
                Quantity = 2,
                Price = 1999,
            },
        ],
    };

    public void Dispose()
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task SendRefundNotice_WithoutAServer_WritesOneFileHoweverOftenItIsSent()
    {
        var emails = Emails(("Mail:Folder", folder));

        (await emails.SendRefundNotice(order, shop, 1234, "refund-1", default)).ShouldBeTrue();
        (await emails.SendRefundNotice(order, shop, 1234, "refund-1", default)).ShouldBeTrue();

        var letter = await File.ReadAllTextAsync(Directory.GetFiles(folder, "*.eml", SearchOption.AllDirectories).ShouldHaveSingleItem());
        letter.ShouldContain("To: Ann Lee <ann@home.example>");
        letter.ShouldContain("From: Demo Shop <orders@shop.example>");
        letter.ShouldContain("refunded $12.34 CAD");
    }

    [Fact]
    public async Task SendReceipt_WithAServer_HandsItOver()
    {
        using var server = SmtpServer.Start();
        var emails = Emails(
            ("Mail:Server", "127.0.0.1"),
            ("Mail:Port", server.Port.ToString(CultureInfo.InvariantCulture)),
            ("Mail:Sender", "no-reply@mail.example")
        );

        (await emails.SendReceipt(order, shop, "receipt-1", default)).ShouldBeTrue();

        var letter = string.Join('\n', await server.Letter);
        letter.ShouldContain("From: Demo Shop <no-reply@mail.example>");
        letter.ShouldContain("Reply-To: orders@shop.example");
        letter.ShouldContain("2 x Kettle  $39.98 CAD");
        letter.ShouldContain("Total: $39.98 CAD");
    }

    [Fact]
    public async Task SendReceipt_ServerRefusesOrIsGone_IsFalseAndNothingElse()
    {
        using var server = SmtpServer.Start(refusesRecipient: true);
        var port = server.Port.ToString(CultureInfo.InvariantCulture);

        (await Emails(("Mail:Server", "127.0.0.1"), ("Mail:Port", port)).SendReceipt(order, shop, "receipt-1", default)).ShouldBeFalse();
        server.Dispose();
        (await Emails(("Mail:Server", "127.0.0.1"), ("Mail:Port", port)).SendReceipt(order, shop, "receipt-1", default)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("not an address")]
    [InlineData("ann@home.example\r\nBcc: all@other.example")]
    public async Task SendReceipt_AddressThatIsNone_IsFalseAndWritesNothing(string address)
    {
        var nobody = order with { Customer = order.Customer! with { EmailAddress = address } };

        (await Emails(("Mail:Folder", folder)).SendReceipt(nobody, shop, "receipt-1", default)).ShouldBeFalse();
        Directory.Exists(folder).ShouldBeFalse();
    }

    [Fact]
    public async Task SendReceipt_NamesWithLineBreaks_AddNoHeaders()
    {
        var sly = order with { Customer = order.Customer! with { FirstName = "Ann\r\nBcc: all@other.example" } };

        await Emails(("Mail:Folder", folder)).SendReceipt(sly, shop with { Name = "Demo\r\nCc: all@other.example" }, "receipt-1", default);

        var lines = await File.ReadAllLinesAsync(Directory.GetFiles(folder, "*.eml", SearchOption.AllDirectories).Single());
        lines
            .TakeWhile(l => l.Length > 0)
            .ShouldAllBe(l =>
                !l.StartsWith("Bcc", StringComparison.OrdinalIgnoreCase) && !l.StartsWith("Cc", StringComparison.OrdinalIgnoreCase)
            );
    }

    [Fact]
    public void AddCheckoutMail_PortThatIsNone_NamesTheSetting() =>
        Should.Throw<InvalidOperationException>(() => Emails(("Mail:Port", "seven"))).Message.ShouldContain("Mail:Port");

    [Fact]
    public async Task SendReceipt_NeitherServerNorFolderOutsideDevelopment_IsFalse() =>
        (await Emails().SendReceipt(order, shop, "receipt-1", default)).ShouldBeFalse();

    private static IEmails Emails(params (string Name, string Value)[] settings) =>
        new ServiceCollection()
            .AddLogging()
            .AddSingleton<ISecrets>(new NoSecrets())
            .AddCheckoutMail(
                new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Name, s => (string?)s.Value)).Build(),
                isDevelopment: false
            )
            .BuildServiceProvider()
            .GetRequiredService<IEmails>();

    private sealed class NoSecrets : ISecrets
    {
        public Task<string?> Find(string name, CancellationToken cancellation) => Task.FromResult<string?>(null);

        public Task<IReadOnlyList<SecretVersion>> Versions(string name, CancellationToken cancellation) =>
            Task.FromResult<IReadOnlyList<SecretVersion>>([]);
    }
}
