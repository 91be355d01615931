using System.Diagnostics;

namespace Checkout.Testing;

/// <summary>
/// A real table emulator of a test's own: in memory, on a free port. <c>tools/azurite</c> installs it, once, into the
/// git-ignored <c>.data/azurite</c> at the top of the repository; <c>AZURITE</c> names another folder that has it.
/// </summary>
public sealed class AzuriteProcess : IAsyncDisposable
{
    private const string AccountKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    private static readonly TimeSpan InstallTime = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan StartTime = TimeSpan.FromMinutes(1);

    private static readonly Lazy<Task<AzuriteProcess>> SharedByAll = new(Start);

    private readonly Process process;

    private AzuriteProcess(Process process, int port)
    {
        this.process = process;
        TableEndpoint = new Uri($"http://127.0.0.1:{port}/devstoreaccount1");
    }

    /// <summary>One for all tests of this process, and as long as it: whoever writes takes a prefix for tables of their own.</summary>
    public static Task<AzuriteProcess> Shared => SharedByAll.Value;

    public Uri TableEndpoint { get; }

    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey={AccountKey};TableEndpoint={TableEndpoint};";

    public static async Task<AzuriteProcess> Start()
    {
        var program = await Installed();
        for (var attempt = 1; ; attempt++)
        {
            var port = Loopback.FreePort();
            var emulator = Run(program, port);
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

    private static Process Run(string program, int port)
    {
        var start = new ProcessStartInfo("node")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        string[] arguments =
        [
            program,
            "--tableHost",
            "127.0.0.1",
            "--tablePort",
            $"{port}",
            "--skipApiVersionCheck",
            "--disableTelemetry",
            "--inMemoryPersistence",
            "--silent",
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
        var start = new ProcessStartInfo("node", [Repository.Path("tools", "azurite", "install.mjs")])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using var installer = Process.Start(start) ?? throw new InvalidOperationException("node does not start.");
        var program = await installer.StandardOutput.ReadToEndAsync().WaitAsync(InstallTime);
        await installer.WaitForExitAsync().WaitAsync(InstallTime);
        return installer.ExitCode == 0
            ? program.Trim()
            : throw new InvalidOperationException($"Azurite could not be installed (exit code {installer.ExitCode}).");
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
}
