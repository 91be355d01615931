using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Checkout.AzureStorage;
using Checkout.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Checkout.Local.Tests.Faults;

/// <summary>
/// A host with tables of its own, which it finds again when it is started again; the tables can be looked into whether
/// it lives or not.
/// </summary>
internal sealed class Lane : IAsyncDisposable
{
    public const string ApiToken = "demo-api-token";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Dictionary<string, string> environment;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("crash-points-");
    private readonly DirectoryInfo mail = Directory.CreateTempSubdirectory("letters-");
    private readonly ServiceProvider tables;
    private HostProcess? host;

    private Lane(string connectionString)
    {
        var prefix = $"f{Guid.NewGuid():N}";
        environment = new Dictionary<string, string>
        {
            ["DOTNET_ENVIRONMENT"] = "Development",
            ["Storage__ConnectionString"] = connectionString,
            ["Storage__TablePrefix"] = prefix,
            ["Secrets__jwt-signing-key"] = new string('k', 64),
            ["Local__SamplesFolder"] = Path.Combine(Repository(), "samples"),
            ["Local__SweepSeconds"] = "1",
            ["CHECKOUT_CRASH_POINTS"] = folder.FullName,
            ["Mail__Folder"] = mail.FullName,
        };
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?> { ["Storage:ConnectionString"] = connectionString, ["Storage:TablePrefix"] = prefix }
            )
            .Build();
        tables = new ServiceCollection().AddLogging().AddCheckoutStorage(settings).BuildServiceProvider();
    }

    public bool HasDied => host!.HasEnded;

    public T Table<T>()
        where T : notnull => tables.GetRequiredService<T>();

    public static async Task<Lane> Start(string connectionString)
    {
        var lane = new Lane(connectionString);
        lane.host = await HostProcess.Start(lane.environment);
        return lane;
    }

    /// <summary>Another host on the same tables.</summary>
    public Task<HostProcess> StartAnother() => HostProcess.Start(environment);

    public async Task Restart()
    {
        Spare();
        await host!.DisposeAsync();
        host = await HostProcess.Start(environment);
    }

    public void CrashAt(CrashTurn turn)
    {
        var draft = Path.Combine(folder.FullName, "draft");
        File.WriteAllText(draft, turn.ToString());
        File.Move(draft, CrashFile, overwrite: true);
    }

    public void Spare() => File.Delete(CrashFile);

    /// <summary>While it is away no order arrives at the platform.</summary>
    public void PlatformIsAway(bool away)
    {
        var file = Path.Combine(folder.FullName, "platform-away");
        if (away)
            File.WriteAllText(file, "");
        else
            File.Delete(file);
    }

    /// <summary>All the places that the hosts of this lane came by, in their order.</summary>
    public string[] Reached() => File.Exists(ReachedFile) ? File.ReadAllLines(ReachedFile) : [];

    /// <summary>The letters that left for an order; one that is sent again is the same file.</summary>
    public IReadOnlyList<FileInfo> Letters(string publicOrderId)
    {
        var ofOrder = new DirectoryInfo(Path.Combine(mail.FullName, publicOrderId));
        return ofOrder.Exists ? ofOrder.GetFiles("*.eml") : [];
    }

    /// <summary>Null when the host dies before it answers.</summary>
    public async Task<WireAnswer?> Try(HttpMethod method, string path, JsonNode? body = null, string token = ApiToken)
    {
        try
        {
            return await Send(host!.Http, method, path, body, token);
        }
        catch (HttpRequestException)
        {
            await host!.Ended.WaitAsync(Patience);
            return null;
        }
    }

    /// <summary>As a client does that calls until it is answered.</summary>
    public async Task<WireAnswer> Ask(HttpMethod method, string path, JsonNode? body = null, string token = ApiToken)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var answer = await Try(method, path, body, token) ?? throw new InvalidOperationException("The host died where it was to live.");
            if (!answer.AsksToTryAgain)
                return answer;
            await Task.Delay(TimeSpan.FromMilliseconds(200), patience.Token);
        }
    }

    public static async Task<WireAnswer> Send(
        HttpClient http,
        HttpMethod method,
        string path,
        JsonNode? body = null,
        string token = ApiToken
    )
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token == ApiToken ? ShopTokens.For(token, path) : token);
        if (body is not null)
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var cost = response.Headers.TryGetValues("Server-Timing", out var timing) ? int.Parse(timing.Single().Split('"')[1]) : -1;
        return new WireAnswer((int)response.StatusCode, text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!, cost);
    }

    public async ValueTask DisposeAsync()
    {
        if (host is not null)
            await host.DisposeAsync();
        await tables.DisposeAsync();
        folder.Delete(recursive: true);
        mail.Delete(recursive: true);
    }

    public static string Repository()
    {
        var at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at, "CheckoutFunctions.sln")))
            at = Path.GetDirectoryName(at) ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        return at;
    }

    private string CrashFile => Path.Combine(folder.FullName, "crash-at");

    private string ReachedFile => Path.Combine(folder.FullName, "reached");
}

/// <summary>The k-th time, from 1, that a place is come by.</summary>
internal sealed record CrashTurn(string Place, int Turn)
{
    public override string ToString() => $"{Place}#{Turn}";

    /// <summary>Every one of the places come by, each with its turn.</summary>
    public static IEnumerable<CrashTurn> Of(IEnumerable<string> places)
    {
        var turns = new Dictionary<string, int>();
        foreach (var place in places)
            yield return new CrashTurn(place, turns[place] = turns.GetValueOrDefault(place) + 1);
    }
}
