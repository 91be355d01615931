using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Checkout.Testing;

namespace Checkout.Acceptance;

/// <summary>CheckoutLocal as a process of its own, so that it can be killed like one.</summary>
public sealed class CheckoutProcess : IAsyncDisposable
{
    private readonly AzuriteProcess azurite;
    private readonly string folder = Directory.CreateTempSubdirectory("checkout-").FullName;
    private readonly HttpClient http;
    private Process? process;

    private CheckoutProcess(AzuriteProcess azurite)
    {
        this.azurite = azurite;
        http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{FreePort()}"), Timeout = TimeSpan.FromMinutes(2) };
    }

    private string CrashFile => Path.Combine(folder, "crash");

    public static async Task<CheckoutProcess> Begin()
    {
        var checkout = new CheckoutProcess(await AzuriteProcess.Start());
        await checkout.Start();
        return checkout;
    }

    /// <summary>The process will end itself at the crash point after that many.</summary>
    public void CrashAfter(int points) => File.WriteAllText(CrashFile, points.ToString());

    /// <summary>Takes back <see cref="CrashAfter"/>; false when the process has crashed by now.</summary>
    public bool Survived()
    {
        var survived = File.Exists(CrashFile);
        File.Delete(CrashFile);
        return survived;
    }

    public async Task Start()
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = folder };
        string[] arguments =
        [
            Host(), "--environment", "Development", "--urls", http.BaseAddress!.ToString().TrimEnd('/'),
            $"--Storage:ConnectionString={azurite.ConnectionString}", $"--Secrets:jwt-signing-key={new string('k', 64)}",
            $"--Local:SamplesFolder={Path.Combine(Repository(), "samples")}", $"--Local:CrashFile={CrashFile}", "--Logging:LogLevel:Default=Error",
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        process = Process.Start(start) ?? throw new InvalidOperationException("dotnet does not start.");
        var waited = Stopwatch.StartNew();
        while (!await Answers())
        {
            if (process.HasExited || waited.Elapsed > TimeSpan.FromMinutes(2))
                throw new InvalidOperationException("The host does not answer.");
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
    }

    public Task HasEnded() => process!.WaitForExitAsync();

    /// <summary>Null when the process died over it.</summary>
    public async Task<(int Status, JsonNode Body)?> Send(HttpMethod method, string path, JsonNode? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "demo-api-token");
        if (body is not null)
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        try
        {
            using var response = await http.SendAsync(request);
            return ((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    public static JsonNode Sample(string file) => JsonNode.Parse(File.ReadAllBytes(Path.Combine(Repository(), "samples", file)))!;

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
            process.Kill();
        process?.Dispose();
        http.Dispose();
        await azurite.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task<bool> Answers()
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/health/live", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>Built beside this project, in the same configuration.</summary>
    private static string Host()
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(Repository(), "src", "CheckoutLocal", "bin", own.Parent!.Name, own.Name, "CheckoutLocal.dll");
    }

    private static string Repository()
    {
        var top = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(top, "CheckoutFunctions.sln")))
            top = Path.GetDirectoryName(top)!;
        return top;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
