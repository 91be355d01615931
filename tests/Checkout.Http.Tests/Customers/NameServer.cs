using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Checkout.Http.Tests.Customers;

/// <param name="Code">0 fine, 2 server failure, 3 no such name, 5 refused (RFC 1035, 4.1.1).</param>
internal sealed record NameAnswer(byte Code, ushort Type, byte[]? Data)
{
    public static NameAnswer Empty { get; } = new(0, 0, null);

    public static NameAnswer Of(ushort type, byte[] data) => new(0, type, data);

    public static NameAnswer Failed(byte code) => new(code, 0, null);
}

/// <summary>A name server on loopback that answers one question a datagram (RFC 1035), or keeps silent.</summary>
internal sealed class NameServer : IAsyncDisposable
{
    public const ushort A = 1;
    public const ushort Ns = 2;
    public const ushort Mx = 15;
    public const ushort Aaaa = 28;
    private const int HeaderLength = 12;

    private readonly UdpClient socket = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly CancellationTokenSource stop = new();
    private readonly Task answering;

    public NameServer(Func<string, ushort, NameAnswer?> zone) => answering = Answer(zone);

    public int Port => ((IPEndPoint)socket.Client.LocalEndPoint!).Port;

    public ConcurrentQueue<(string Name, ushort Type)> Asked { get; } = [];

    public static byte[] Exchanger(ushort preference, string host) => [(byte)(preference >> 8), (byte)preference, .. Name(host)];

    public static byte[] Name(string host)
    {
        var data = new List<byte>();
        foreach (var label in host.Split('.', StringSplitOptions.RemoveEmptyEntries))
            data.AddRange([(byte)label.Length, .. Encoding.ASCII.GetBytes(label)]);
        return [.. data, 0];
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await answering;
        socket.Dispose();
        stop.Dispose();
    }

    private async Task Answer(Func<string, ushort, NameAnswer?> zone)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var question = await socket.ReceiveAsync(stop.Token);
                var (name, end) = NameOf(question.Buffer);
                var type = BinaryPrimitives.ReadUInt16BigEndian(question.Buffer.AsSpan(end));
                Asked.Enqueue((name, type));
                if (zone(name, type) is { } answer)
                    await socket.SendAsync(Reply(question.Buffer.AsSpan(0, end + 4), answer), question.RemoteEndPoint, stop.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private static (string Name, int End) NameOf(byte[] question)
    {
        var labels = new List<string>();
        var at = HeaderLength;
        for (; question[at] != 0; at += question[at] + 1)
            labels.Add(Encoding.ASCII.GetString(question, at + 1, question[at]));
        return (string.Join('.', labels), at + 1);
    }

    private static byte[] Reply(ReadOnlySpan<byte> question, NameAnswer answer)
    {
        byte[] reply = [.. question];
        reply[2] = 0x81;
        reply[3] = (byte)(0x80 | answer.Code);
        reply.AsSpan(6, 6).Clear();
        if (answer.Data is not { } data)
            return reply;
        reply[7] = 1;
        byte[] record =
        [
            0xC0,
            HeaderLength,
            (byte)(answer.Type >> 8),
            (byte)answer.Type,
            0,
            1,
            0,
            0,
            0,
            60,
            (byte)(data.Length >> 8),
            (byte)data.Length,
        ];
        return [.. reply, .. record, .. data];
    }
}
