using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Checkout.Http.Tests.Outgoing;

/// <summary>A server that answers its first connection with bytes of the test's choice.</summary>
internal sealed class Sockets : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource over = new();
    private readonly TaskCompletionSource<bool> connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task serving = Task.CompletedTask;

    public Sockets() => listener.Start();

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public string Url => $"http://127.0.0.1:{Port}/event";

    /// <summary>Somebody connected.</summary>
    public Task<bool> Connected => connected.Task;

    public void Answer(string bytes) => Serve(stream => Write(stream, bytes));

    public void AnswerForever(string start, string again) =>
        Serve(async stream =>
        {
            await Write(stream, start);
            while (true)
                await Write(stream, again);
        });

    public void AnswerAndWait(string start) =>
        Serve(async stream =>
        {
            await Write(stream, start);
            await Task.Delay(Timeout.Infinite, over.Token);
        });

    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        listener.Stop();
        await serving;
    }

    private void Serve(Func<NetworkStream, Task> answer) =>
        serving = Task.Run(async () =>
        {
            try
            {
                using var client = await listener.AcceptTcpClientAsync(over.Token);
                connected.TrySetResult(true);
                await using var stream = client.GetStream();
                var rest = new byte[4096];
                _ = await stream.ReadAsync(rest, over.Token);
                await answer(stream);

                // To close on what was not read would take back what was sent.
                client.Client.Shutdown(SocketShutdown.Send);
                while (await stream.ReadAsync(rest, over.Token) > 0) { }
            }
            catch (Exception ended) when (ended is IOException or OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // The caller left, or the test is over.
            }
        });

    private Task Write(NetworkStream stream, string bytes) => stream.WriteAsync(Encoding.ASCII.GetBytes(bytes), over.Token).AsTask();
}
