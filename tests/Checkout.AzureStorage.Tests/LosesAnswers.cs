using Azure.Core;
using Azure.Core.Pipeline;
using Checkout.Testing;

namespace Checkout.AzureStorage.Tests;

/// <summary>A connection that breaks after the server has done the work of a write: the caller never hears of it.</summary>
internal sealed class LosesAnswers(int times) : HttpPipelineTransport
{
    private readonly HttpClientTransport inner = new(new HttpClient(new LimitedConnection()));
    private int left = times;

    public override Request CreateRequest() => inner.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException();

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        await inner.ProcessAsync(message);
        if (message.Request.Method != RequestMethod.Get && Interlocked.Decrement(ref left) >= 0)
            throw new IOException("The connection was reset.");
    }
}
