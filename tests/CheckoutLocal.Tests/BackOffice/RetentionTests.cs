using System.Text;
using Checkout.Local.Tests.Payments;
using Checkout.Orders;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace Checkout.Local.Tests.BackOffice;

/// <summary>Orders are erased for their age (docs/contract/customers.md#erase), under a clock that the test sets.</summary>
public sealed class RetentionTests : IAsyncLifetime
{
    private const string Shop = "retainshop1";
    private readonly FakeTimeProvider time = new(DateTimeOffset.UtcNow);
    private readonly LocalCheckout checkout;

    public RetentionTests() => checkout = new LocalCheckout { Time = time };

    private static readonly TracedPerson Zebediah = new("Zebediah", "Quackenbush")
    {
        Street = "77 Secret Lane",
        PostalCode = "R2X9K7",
        Phone = "2045550199",
        Business = "Quack Brothers",
        Wish = "his doorbell is broken",
        Note = "the one with the moustache",
    };

    private static readonly TracedPerson Wilhelmina = new("Wilhelmina", "Featherstone")
    {
        Street = "12 Hidden Court",
        PostalCode = "R3B4T1",
        Phone = "2045550144",
        Business = "Feather Sisters",
        Wish = "leave it with the neighbors",
        Note = "the one with the hat",
    };

    public async Task InitializeAsync()
    {
        await checkout.InitializeAsync();
        await Shopping.Open(
            checkout,
            Shop,
            demo => demo with { Checkout = demo.Checkout with { Capture = new CaptureSettings(CaptureMode.Manual) } }
        );
    }

    public Task DisposeAsync() => checkout.DisposeAsync();

    [Fact]
    public async Task RetentionDays_EraseTheOrderThatIsOlder_AndLeaveTheYoungerOne()
    {
        var old = await Zebediah.Pay(checkout, Shop);
        await Keep(days: 30);
        await After(TimeSpan.FromDays(20));
        (await old.Stored()).ErasedAt.ShouldBeNull();
        var young = await Wilhelmina.Pay(checkout, Shop);
        var ofTheYoung = await Wilhelmina.Found(checkout);
        ofTheYoung.ShouldNotBeEmpty();

        await After(TimeSpan.FromDays(11));

        (await old.Stored()).ErasedAt.ShouldBe(time.GetUtcNow());
        (await Zebediah.Found(checkout)).ShouldBeEmpty();
        (await young.Stored()).ErasedAt.ShouldBeNull();
        (await Wilhelmina.Found(checkout)).ShouldBe(ofTheYoung);

        await After(TimeSpan.FromDays(20));
        (await young.Stored()).ErasedAt.ShouldBe(time.GetUtcNow(), "the next run goes on from where the last one ended");
        (await Wilhelmina.Found(checkout)).ShouldBeEmpty();
    }

    private async Task Keep(int days)
    {
        var settings = $"/checkout/shop/{Shop}/settings";
        var stored = await checkout.Send(HttpMethod.Get, settings);
        var document = stored.Data;
        document["retention_days"] = days;
        var put = new HttpRequestMessage(HttpMethod.Put, settings)
        {
            Content = new StringContent(document.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        put.Headers.TryAddWithoutValidation("If-Match", stored.Headers.ETag!.ToString());
        (await checkout.Send(put)).Status.ShouldBe(200);
    }

    private Task After(TimeSpan passed)
    {
        time.Advance(passed);
        return ErasureSweep.Run(checkout);
    }
}
