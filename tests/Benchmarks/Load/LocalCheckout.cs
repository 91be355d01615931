using System.Diagnostics;
using Checkout.Testing;

namespace Checkout.Benchmarks.Load;

/// <summary>CheckoutLocal as a process of its own, so that its CPU time is its own.</summary>
internal sealed class LocalCheckout : IAsyncDisposable
{
    private readonly Process process;

    private LocalCheckout(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>CPU time used so far, from the process's own counters.</summary>
    public TimeSpan Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public static async Task<LocalCheckout> Start(string storage)
    {
        var address = new Uri($"http://127.0.0.1:{Loopback.FreePort()}");
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Repository.Path("src/CheckoutLocal/bin/Release/net10.0/CheckoutLocal.dll"));
        start.ArgumentList.Add("--urls");
        start.ArgumentList.Add(address.ToString());
        start.ArgumentList.Add("--Local:SettingsFile=" + Repository.Path("local.settings.sample.json"));
        start.ArgumentList.Add("--Local:SamplesFolder=" + Repository.Path("samples"));
        start.Environment["DOTNET_ENVIRONMENT"] = "Development";
        start.Environment["Storage__ConnectionString"] = storage;
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        var started = Process.Start(start)!;
        started.OutputDataReceived += (_, _) => { };
        started.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        var checkout = new LocalCheckout(started, address);
        await checkout.Answers();
        return checkout;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task Answers()
    {
        using var client = new HttpClient { BaseAddress = Address };
        var patience = Stopwatch.StartNew();
        while (patience.Elapsed < TimeSpan.FromMinutes(2) && !process.HasExited)
        {
            try
            {
                if ((await client.GetAsync(new Uri("/health/ready", UriKind.Relative))).IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(100);
        }

        throw new InvalidOperationException("CheckoutLocal did not start; build it first: dotnet build -c Release src/CheckoutLocal");
    }
}
