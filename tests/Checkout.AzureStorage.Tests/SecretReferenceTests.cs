using Checkout.AzureStorage.Shops;
using Checkout.Shops;
using Checkout.Stores;
using Microsoft.Extensions.Time.Testing;

namespace Checkout.AzureStorage.Tests;

/// <summary>A document from before references were checked leads to no secret that is not its shop's.</summary>
[Collection(StorageFixture.Name)]
public sealed class SecretReferenceTests(StorageFixture storage)
{
    [Theory]
    [InlineData("secret:jwt-signing-key")]
    [InlineData("secret:shops/othershop/stripe")]
    public async Task Find_ReferenceThatIsNotTheShops_NamesNothing(string reference)
    {
        var shops = new TableShops(await storage.NewTables(), new FakeTimeProvider(SampleOrder.At));
        var plugin = new PluginSettings
        {
            Uuid = "p",
            Name = "P",
            EventUrl = "https://p.example.com/",
            ClientSecret = reference,
        };
        await shops.Save(
            new Shop
            {
                Identifier = "shop1",
                Name = "One",
                Currency = "CAD",
                Plugins = [plugin],
            },
            etag: null,
            default
        );

        (await shops.Find("shop1", default))!.Plugins[0].ClientSecret.ShouldBe(SecretReferences.None);
        (await shops.Load("shop1", default))!.Shop.Plugins[0].ClientSecret.ShouldBe(reference);
    }

    [Theory]
    [InlineData("secret:shops/shop1/stripe-key", "shops-shop1-stripe-key")]
    [InlineData("secret:jwt-signing-key", null)]
    [InlineData("secret:", null)]
    [InlineData("secret:shops/shop1/", null)]
    [InlineData("secret:shops/shop1/a/b", null)]
    [InlineData("secret:shops/shop-1/a", null)]
    [InlineData("secret:shops/shop1/a\n", null)]
    public async Task Resolve_Reference_AsksForASecretOfAShopOrForNone(string reference, string? name)
    {
        var asked = new List<string>();
        var secrets = new Moq.Mock<ISecrets>();
        secrets
            .Setup(s => s.Find(Moq.It.IsAny<string>(), default))
            .Returns(
                (string n, CancellationToken _) =>
                {
                    asked.Add(n);
                    return Task.FromResult<string?>("value");
                }
            );

        (await secrets.Object.Resolve(reference, default)).ShouldBe(name is null ? null : "value");
        asked.ShouldBe(name is null ? [] : [name]);
    }
}
