using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Shouldly;

namespace Checkout.Plugins.Tests;

/// <summary>
/// A plugin's or a merchant's server on loopback: hears what is posted and answers as the test says. When it closes, everything that it
/// was sent must be as the API document says.
/// </summary>
public sealed class Listener : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly WebApplication app;
    private readonly ConcurrentQueue<Heard> all = new();
    private readonly Channel<Heard> taken = Channel.CreateUnbounded<Heard>();

    private Listener(WebApplication app) => this.app = app;

    /// <summary>What the server answers; a status that is no success counts as not taken.</summary>
    public Func<Heard, (int Status, string Body)> Answer { get; set; } = _ => (200, """{"success":true,"actions":[]}""");

    /// <summary>The header of every answer that is no success; null sends none.</summary>
    public string? RetryAfter { get; set; }

    public string Url => app.Urls.Single();

    /// <summary>Everything that came, taken or not.</summary>
    public IReadOnlyList<Heard> All => [.. all];

    public static async Task<Listener> Start()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        var web = builder.Build();
        var listener = new Listener(web);
        web.Run(listener.Hear);
        await web.StartAsync();
        return listener;
    }

    /// <summary>The next request that was taken.</summary>
    public async Task<Heard> Next()
    {
        using var patience = new CancellationTokenSource(Patience);
        return await taken.Reader.ReadAsync(patience.Token);
    }

    /// <summary>What was taken and not yet read.</summary>
    public IReadOnlyList<Heard> Taken()
    {
        var heard = new List<Heard>();
        while (taken.Reader.TryRead(out var next))
            heard.Add(next);
        return heard;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        all.Select(Described.Faults).Where(faults => faults.Length > 0).ShouldBeEmpty();
    }

    private async Task Hear(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var text = await reader.ReadToEndAsync();
        var heard = new Heard(
            http.Request.Path,
            text,
            http.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase)
        );
        all.Enqueue(heard);
        var (status, body) = Answer(heard);
        if (status == 200)
            taken.Writer.TryWrite(heard);
        http.Response.StatusCode = status;
        if (status != 200 && RetryAfter is { } wait)
            http.Response.Headers.RetryAfter = wait;
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(body);
    }
}

public sealed record Heard(string Path, string Text, IReadOnlyDictionary<string, string> Headers)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    public string Event => Json["event"]!.GetValue<string>();

    public string Topic => Headers["x-bold-topic"];
}
