using System.Net;
using System.Net.Sockets;

namespace Checkout.Mail.Tests;

/// <summary>A mail server on loopback that takes one letter, or refuses its recipient.</summary>
internal sealed class SmtpServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);

    private SmtpServer() => listener.Start();

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>The letter, line by line.</summary>
    public Task<IReadOnlyList<string>> Letter { get; private set; } = Task.FromResult<IReadOnlyList<string>>([]);

    public static SmtpServer Start(bool refusesRecipient = false)
    {
        var server = new SmtpServer();
        server.Letter = server.Take(refusesRecipient);
        return server;
    }

    public void Dispose() => listener.Dispose();

    private async Task<IReadOnlyList<string>> Take(bool refusesRecipient)
    {
        using var client = await listener.AcceptTcpClientAsync();
        using var reader = new StreamReader(client.GetStream());
        await using var writer = new StreamWriter(client.GetStream()) { NewLine = "\r\n", AutoFlush = true };
        var letter = new List<string>();
        await writer.WriteLineAsync("220 test");
        while (await reader.ReadLineAsync() is { } command)
        {
            switch (command.Split(' ', ':')[0].ToUpperInvariant())
            {
                case "EHLO":
                    await writer.WriteLineAsync("250 test");
                    break;
                case "RCPT" when refusesRecipient:
                    await writer.WriteLineAsync("550 no such mailbox");
                    break;
                case "DATA":
                    await writer.WriteLineAsync("354 go on");
                    while (await reader.ReadLineAsync() is { } line && line != ".")
                        letter.Add(line);
                    await writer.WriteLineAsync("250 taken");
                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 bye");
                    return letter;
                default:
                    await writer.WriteLineAsync("250 fine");
                    break;
            }
        }

        return letter;
    }
}
