using System.Collections.Concurrent;
using System.Diagnostics;

namespace Checkout.Local.Tests.Faults;

/// <summary>CheckoutLocal as a process of its own, on a free port, which may die.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";
    private static readonly TimeSpan StartTime = TimeSpan.FromMinutes(3);

    private readonly Process process;

    private HostProcess(Process process, Uri address)
    {
        this.process = process;
        Http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(5) };
    }

    public HttpClient Http { get; }

    public bool HasEnded => process.HasExited;

    public Task Ended => process.WaitForExitAsync();

    public static async Task<HostProcess> Start(IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "CheckoutLocal.dll"), "--urls", "http://127.0.0.1:0"])
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        var started = Process.Start(start) ?? throw new InvalidOperationException("dotnet does not start.");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Kill(started);
        var said = new ConcurrentQueue<string>();
        var address = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        started.ErrorDataReceived += (_, line) => said.Enqueue(line.Data ?? "");
        started.OutputDataReceived += (_, line) =>
        {
            said.Enqueue(line.Data ?? "");
            if (line.Data?.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
                address.TrySetResult(new Uri(line.Data[(at + Listening.Length)..]));
        };
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        if (await Task.WhenAny(address.Task, started.WaitForExitAsync()).WaitAsync(StartTime) != address.Task)
            throw new InvalidOperationException($"CheckoutLocal does not start:\n{string.Join('\n', said)}");
        return new HostProcess(started, await address.Task);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        Kill(process);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended, or is disposed of, already.
        }
    }
}
