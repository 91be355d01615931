using System.Diagnostics;

namespace Infrastructure.Tests;

/// <summary>Runs infra/hooks/before-provision.sh with an az that notes its arguments.</summary>
public sealed class BeforeProvisionHookTests : IDisposable
{
    private readonly DirectoryInfo work = Directory.CreateTempSubdirectory("before-provision");

    private string Arguments => Path.Combine(work.FullName, "arguments");

    [Fact]
    public async Task Run_WithoutPrivateNetwork_AsksAzureNothing()
    {
        var (exit, output) = await Run("NotRegistered");

        exit.ShouldBe(0, output);
        File.Exists(Arguments).ShouldBeFalse();
    }

    [Fact]
    public async Task Run_PrivateNetwork_RegistersTheProviderOfTheDelegatedSubnet()
    {
        var (exit, output) = await Run("NotRegistered", ("CHECKOUT_PRIVATE_NETWORK", "true"));

        exit.ShouldBe(0, output);
        (await File.ReadAllTextAsync(Arguments)).ShouldContain("provider register --namespace Microsoft.App --subscription 0000 --wait");
        Repository.Read("infra/modules/network.bicep").ShouldContain("Microsoft.App/environments");
    }

    [Fact]
    public async Task Run_ProviderRegistered_RegistersNothing()
    {
        var (exit, output) = await Run("Registered", ("CHECKOUT_PRIVATE_NETWORK", "true"));

        exit.ShouldBe(0, output);
        (await File.ReadAllTextAsync(Arguments)).ShouldNotContain("provider register");
    }

    [Theory]
    [InlineData("<PackageReference Include=\"Microsoft.Azure.Functions.Worker.Extensions.DurableTask.AzureManaged\" />", 0)]
    [InlineData("<PackageReference Include=\"Microsoft.Azure.Functions.Worker.Extensions.DurableTask\" />", 1)]
    public async Task Run_Scheduler_NeedsItsPackage(string reference, int expected)
    {
        var project = Path.Combine(work.FullName, "App.csproj");
        await File.WriteAllTextAsync(project, reference);

        var (exit, output) = await Run("Registered", ("CHECKOUT_DURABLE_TASK_SCHEDULER", "true"), ("CHECKOUT_PROJECT", project));

        exit.ShouldBe(expected, output);
        if (expected != 0)
            output.ShouldContain("docs/deployment.md");
    }

    public void Dispose() => work.Delete(recursive: true);

    private async Task<(int Exit, string Output)> Run(string state, params (string Name, string Value)[] environment)
    {
        var az = Path.Combine(work.FullName, "az");
        await File.WriteAllTextAsync(az, $"#!/bin/sh\necho \"$*\" >>'{Arguments}'\necho {state}\n");
        File.SetUnixFileMode(az, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var start = new ProcessStartInfo("sh", [Repository.Path("infra/hooks/before-provision.sh")])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["PATH"] = work.FullName + ":" + Environment.GetEnvironmentVariable("PATH"),
                ["AZURE_SUBSCRIPTION_ID"] = "0000",
            },
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var hook = Process.Start(start)!;
        var errors = hook.StandardError.ReadToEndAsync();
        var output = await hook.StandardOutput.ReadToEndAsync();
        await hook.WaitForExitAsync();
        return (hook.ExitCode, output + await errors);
    }
}
