using System.Diagnostics;

namespace Checkout.Testing;

/// <summary>
/// A real table emulator of a test's own: in memory, on a free port. It comes from npm, once, into the
/// git-ignored <c>.data/azurite</c> at the top of the repository; <c>AZURITE</c> names another folder that has it.
/// </summary>
public sealed class AzuriteProcess : IAsyncDisposable
{
    private const string Package = "azurite@3.35.0";
    private const string AccountKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    private static readonly TimeSpan InstallTime = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan StartTime = TimeSpan.FromMinutes(1);

    private readonly Process process;

    private AzuriteProcess(Process process, int port)
    {
        this.process = process;
        TableEndpoint = new Uri($"http://127.0.0.1:{port}/devstoreaccount1");
    }

    public Uri TableEndpoint { get; }

    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey={AccountKey};TableEndpoint={TableEndpoint};";

    public static async Task<AzuriteProcess> Start()
    {
        var folder = await Installed();
        for (var attempt = 1; ; attempt++)
        {
            var port = Loopback.FreePort();
            var emulator = Run(folder, port);
            if (await HasStarted(emulator))
                return new AzuriteProcess(emulator, port);
            if (attempt == 5)
                throw new InvalidOperationException("Azurite does not start.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        Kill(process);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static Process Run(string folder, int port)
    {
        var start = new ProcessStartInfo("node")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        string[] arguments =
        [
            Main(folder), "--tableHost", "127.0.0.1", "--tablePort", $"{port}", "--skipApiVersionCheck", "--disableTelemetry", "--inMemoryPersistence", "--silent",
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        var emulator = Process.Start(start) ?? throw new InvalidOperationException("node does not start.");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Kill(emulator);
        return emulator;
    }

    // Another process may take the port between our looking and its listening: then it ends, and we try the next.
    private static async Task<bool> HasStarted(Process emulator)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        emulator.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.Contains("successfully", StringComparison.Ordinal) is true)
                started.TrySetResult();
        };
        emulator.BeginOutputReadLine();
        return await Task.WhenAny(started.Task, emulator.WaitForExitAsync()).WaitAsync(StartTime) == started.Task;
    }

    private static async Task<string> Installed()
    {
        if (Environment.GetEnvironmentVariable("AZURITE") is { Length: > 0 } given)
            return given;
        var folder = Repository.Path(".data", "azurite");
        if (File.Exists(Main(folder)))
            return folder;

        // Test projects run side by side: one of them installs, the others wait for it.
        Directory.CreateDirectory(folder);
        await using var turn = await Lock(Path.Combine(folder, "install.lock"));
        if (!File.Exists(Main(folder)))
            await Install(folder);
        return folder;
    }

    private static async Task Install(string folder)
    {
        var npm = Process.Start("npm", ["install", "--silent", "--no-audit", "--no-fund", "--prefix", folder, Package])
            ?? throw new InvalidOperationException("npm does not start.");
        await npm.WaitForExitAsync().WaitAsync(InstallTime);
        if (npm.ExitCode != 0)
            throw new InvalidOperationException($"npm could not install {Package} (exit code {npm.ExitCode}).");
    }

    private static async Task<FileStream> Lock(string path)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (waited.Elapsed < InstallTime)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200));
            }
        }
    }

    private static void Kill(Process emulator)
    {
        try
        {
            emulator.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended, or is disposed of, already.
        }
    }

    private static string Main(string folder) => Path.Combine(folder, "node_modules", "azurite", "dist", "src", "table", "main.js");
}
