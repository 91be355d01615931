using Checkout.AzureStorage.Catalog;
using Checkout.Running;
using Checkout.Stores;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Checkout.AzureStorage.Tests;

public sealed class RandomIdSourceTests
{
    private readonly FakeTimeProvider time = new(SampleOrder.At);

    [Fact]
    public void PublicId_Always_Is64LettersAndDigits()
    {
        var ids = Enumerable.Range(0, 1000).Select(_ => new RandomIdSource(time).PublicId()).ToList();
        ids.ShouldAllBe(id => id.Length == 64 && id.All(char.IsAsciiLetterOrDigit));
        ids.Distinct(StringComparer.Ordinal).Count().ShouldBe(1000);
        ids.SelectMany(id => id).Distinct().Count().ShouldBe(62);
    }

    [Fact]
    public void Ulid_SameMillisecondAndClockSetBack_StaysInOrder()
    {
        var source = new RandomIdSource(time);
        var ids = Enumerable.Range(0, 1000).Select(_ => source.Ulid()).ToList();
        time.Advance(TimeSpan.FromMilliseconds(1));
        ids.Add(source.Ulid());
        time.AdjustTime(SampleOrder.At.AddMinutes(-1));
        ids.Add(source.Ulid());
        ids.ShouldBe(ids.Order(StringComparer.Ordinal));
        ids.Distinct(StringComparer.Ordinal).Count().ShouldBe(1002);
        ids.ShouldAllBe(id => id.Length == 26);
        ids[0][..10].ShouldBe("01KJMP1F2K");
    }

    [Fact]
    public void OrderId_GrowsWithTimeBelowWhatJsonClientsReadExactly()
    {
        var source = new RandomIdSource(time);
        var before = source.OrderId();
        time.Advance(TimeSpan.FromMilliseconds(1));
        source.OrderId().ShouldBeGreaterThan(before);
        before.ShouldBeInRange(1, (1L << 53) - 1);
    }

    [Fact]
    public void AddCheckoutStorage_ConnectionString_ResolvesEveryStore()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Storage:ConnectionString"] = "UseDevelopmentStorage=true" })
            .Build();
        // How an order looks to subscribers is the wire's to say; the store only needs to have it.
        var services = new ServiceCollection()
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddSingleton(Moq.Mock.Of<Checkout.Webhooks.IWebhookBodies>())
            .AddSingleton<ILetters, NoLetters>()
            .AddSingleton<PromptWakeUps>()
            .AddCheckoutStorage(configuration);
        using var host = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        host.GetRequiredService<IOrderStore>().ShouldBeSameAs(host.GetRequiredService<IOrderStore>());
        host.GetRequiredService<IStock>().ShouldBeSameAs(host.GetRequiredService<TableStock>());
    }
}
