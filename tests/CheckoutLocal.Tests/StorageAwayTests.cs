using Shouldly;
using Xunit;

namespace Checkout.Local.Tests;

/// <summary>A store that does not answer is no fault of the program: clients are told to come again.</summary>
public sealed class StorageAwayTests
{
    [Fact]
    public async Task Call_StorageDoesNotAnswer_Is503WithRetryAfter()
    {
        var checkout = new LocalCheckout();
        await checkout.InitializeAsync();
        try
        {
            var order = (await checkout.Init()).OrderId;
            await checkout.StopStorage();

            var answer = await checkout.Send(HttpMethod.Get, $"/checkout/orders/{LocalCheckout.Shop}/{order}");

            answer.Status.ShouldBe(503, answer.Json.ToJsonString());
            answer.SubType.ShouldBe("storage_unavailable");
            answer.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(5));
        }
        finally
        {
            await checkout.DisposeAsync();
        }
    }
}
