using Checkout.Testing;
using Shouldly;
using Xunit;

namespace Checkout.Local.Tests;

/// <summary>A store that does not answer is no fault of the program: clients are told to come again.</summary>
public sealed class StorageAwayTests
{
    [Fact]
    public async Task Call_StorageDoesNotAnswer_Is503WithRetryAfter()
    {
        var storage = await AzuriteProcess.Start();
        var checkout = new LocalCheckout { Storage = storage };
        await checkout.InitializeAsync();
        try
        {
            var order = (await checkout.Init()).OrderId;
            await storage.DisposeAsync();

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
