using Checkout.Orders;
using Checkout.Shops;
using Checkout.Stores;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Checkout.Mail.Tests;

internal static class Stage
{
    public static Shop Shop() =>
        new()
        {
            Identifier = "shop1",
            Name = "Demo Shop",
            Currency = "CAD",
            Email = "orders@shop.example",
        };

    public static Order Order() =>
        new()
        {
            PublicOrderId = "order1",
            ShopIdentifier = "shop1",
            OrderId = 42,
            Currency = new OrderCurrency("CAD"),
            CreatedAt = DateTimeOffset.UnixEpoch,
            ProcessedAt = DateTimeOffset.UnixEpoch,
            Status = OrderStatus.Processed,
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

    public static ILetters Letters(params (string Name, string Value)[] settings) =>
        new ServiceCollection()
            .AddLogging()
            .AddSingleton<ISecrets>(new NoSecrets())
            .AddSingleton<IOrderLinks>(new Links())
            .AddSingleton<IGiftCardCodes>(new Codes())
            .AddCheckoutMail(
                new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Name, s => (string?)s.Value)).Build(),
                isDevelopment: false
            )
            .BuildServiceProvider()
            .GetRequiredService<ILetters>();

    private sealed class Links : IOrderLinks
    {
        public ValueTask<string?> Page(string shopIdentifier, string publicOrderId, CancellationToken cancellation) =>
            new($"https://checkout.example/checkout/{shopIdentifier}/{publicOrderId}?key=k&x=1");
    }

    private sealed class Codes : IGiftCardCodes
    {
        public Task<string> Make(string shop, string seed, CancellationToken cancellation) => Task.FromResult("ABCD-EFGH");

        public Task<string?> Again(string shop, string seed, string cardId, CancellationToken cancellation) =>
            Task.FromResult<string?>((seed, cardId) is ("seed1", "card1") ? "ABCD-EFGH" : null);
    }

    private sealed class NoSecrets : ISecrets
    {
        public Task<string?> Find(string name, CancellationToken cancellation) => Task.FromResult<string?>(null);

        public Task<IReadOnlyList<SecretVersion>> Versions(string name, CancellationToken cancellation) =>
            Task.FromResult<IReadOnlyList<SecretVersion>>([]);
    }
}
