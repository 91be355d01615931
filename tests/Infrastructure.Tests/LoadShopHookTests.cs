using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Infrastructure.Tests;

/// <summary>Runs infra/hooks/load-shop.sh with an az and a curl that note their arguments, against an API that notes its requests.</summary>
public sealed class LoadShopHookTests : IDisposable
{
    private const string Token = "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0";
    private const string Products = """{"products":[]}""";
    private readonly DirectoryInfo work = Directory.CreateTempSubdirectory("load-shop");
    private readonly HttpListener api = new();
    private readonly string baseUrl = $"http://127.0.0.1:{FreePort()}";
    private readonly ConcurrentQueue<(string Line, string? Authorization, string? IfNoneMatch, string Body)> requests = new();

    [Fact]
    public async Task Run_NoShopYet_LoadsTheSampleWithTheHashOfTheDeploymentsToken()
    {
        var (exit, output) = await Run(settingsStatus: 404);

        exit.ShouldBe(0, output);
        var puts = requests.Where(r => r.Line.StartsWith("PUT", StringComparison.Ordinal)).ToList();
        puts.Select(p => p.Line).ShouldBe(["PUT /checkout/shop/zp3oafdor9/settings", "PUT /checkout/shop/zp3oafdor9/products"]);
        puts[1].Body.ShouldBe(Products);
        var put = puts[0];
        put.Authorization.ShouldBe($"Bearer {Token}");
        put.IfNoneMatch.ShouldBe("*");
        put.Body.ShouldContain(Hash(Token));
        put.Body.ShouldNotContain(Hash("demo-api-token"));
        output.ShouldContain("was loaded");
    }

    [Fact]
    public async Task Run_AnotherIdentifier_LoadsTheSampleUnderIt()
    {
        var (exit, output) = await Run(settingsStatus: 404, shop: "cheese42");

        exit.ShouldBe(0, output);
        var put = requests.First(r => r.Line.StartsWith("PUT", StringComparison.Ordinal));
        put.Line.ShouldBe("PUT /checkout/shop/cheese42/settings");
        put.Body.ShouldContain(
            """
            "identifier":"cheese42"
            """
        );
        put.Body.ShouldContain("secret:shops/cheese42/stripe");
        put.Body.ShouldNotContain("zp3oafdor9");
    }

    [Theory]
    [InlineData("s/x/y")]
    [InlineData("Cheese")]
    public async Task Run_IdentifierThatNoShopCanHave_IsRefusedBeforeAnythingIsAsked(string shop)
    {
        var (exit, output) = await Run(settingsStatus: 404, shop: shop);

        exit.ShouldBe(1);
        output.ShouldContain("CHECKOUT_SHOP_IDENTIFIER");
        requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_ShopExists_ChangesNothing()
    {
        var (exit, output) = await Run(settingsStatus: 200);

        exit.ShouldBe(0, output);
        requests.ShouldNotContain(r => r.Line.StartsWith("PUT", StringComparison.Ordinal));
        output.ShouldContain("stays as it is");
    }

    [Fact]
    public async Task Run_ApiRefuses_FailsWithItsAnswer()
    {
        var (exit, output) = await Run(settingsStatus: 403);

        exit.ShouldBe(1);
        output.ShouldContain("answered 403");
    }

    [Fact]
    public async Task Run_PrivateNetwork_SaysWhereToRunIt()
    {
        var (exit, output) = await Run(settingsStatus: 404, privateNetwork: true);

        exit.ShouldBe(0, output);
        output.ShouldContain("inside the virtual network");
        requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_Always_KeepsTheTokenOffEveryCommandLineAndOutOfItsOutput()
    {
        var (_, output) = await Run(settingsStatus: 404);

        output.ShouldNotContain(Token);
        var arguments = await File.ReadAllTextAsync(Path.Combine(work.FullName, "arguments"));
        arguments.ShouldContain("keyvault secret show");
        arguments.ShouldContain("--config -");
        arguments.ShouldNotContain(Token);
    }

    public void Dispose()
    {
        api.Close();
        work.Delete(recursive: true);
    }

    private async Task<(int Exit, string Output)> Run(int settingsStatus, bool privateNetwork = false, string shop = "zp3oafdor9")
    {
        Directory.CreateDirectory(Path.Combine(work.FullName, "samples"));
        await File.WriteAllTextAsync(
            Path.Combine(work.FullName, "samples", "shop.json"),
            $$"""{"identifier":"zp3oafdor9","apiTokens":[{"sha256":"{{Hash("demo-api-token")}}"}],"key":"secret:shops/zp3oafdor9/stripe"}"""
        );
        await File.WriteAllTextAsync(Path.Combine(work.FullName, "samples", "products.json"), Products);
        var arguments = Path.Combine(work.FullName, "arguments");
        Command("az", $"#!/bin/sh\necho \"az $*\" >>'{arguments}'\necho {Token}\n");
        Command("curl", $"#!/bin/sh\necho \"curl $*\" >>'{arguments}'\nexec /usr/bin/curl \"$@\"\n");
        api.Prefixes.Add(baseUrl + "/");
        api.Start();
        _ = Answer(settingsStatus);

        var start = new ProcessStartInfo("sh", [Repository.Path("infra/hooks/load-shop.sh")])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["PATH"] = work.FullName + ":" + Environment.GetEnvironmentVariable("PATH"),
                ["CHECKOUT_BASE_URL"] = baseUrl,
                ["CHECKOUT_SHOP_IDENTIFIER"] = shop,
                ["AZURE_KEY_VAULT_NAME"] = "kv-test",
                ["CHECKOUT_SAMPLES"] = Path.Combine(work.FullName, "samples"),
                ["CHECKOUT_PRIVATE_NETWORK"] = privateNetwork ? "true" : "false",
                ["CHECKOUT_TRIES"] = "2",
                ["CHECKOUT_PAUSE"] = "0",
            },
        };
        using var hook = Process.Start(start)!;
        var errors = hook.StandardError.ReadToEndAsync();
        var output = await hook.StandardOutput.ReadToEndAsync();
        await hook.WaitForExitAsync();
        return (hook.ExitCode, output + await errors);
    }

    private async Task Answer(int settingsStatus)
    {
        while (api.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await api.GetContextAsync();
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using var body = new StreamReader(context.Request.InputStream);
            requests.Enqueue(
                (
                    $"{context.Request.HttpMethod} {context.Request.Url!.AbsolutePath}",
                    context.Request.Headers["Authorization"],
                    context.Request.Headers["If-None-Match"],
                    await body.ReadToEndAsync()
                )
            );
            context.Response.StatusCode = (context.Request.HttpMethod, context.Request.Url.AbsolutePath) switch
            {
                (_, "/health/ready") => 200,
                ("GET", _) => settingsStatus,
                _ => 200,
            };
            context.Response.Close();
        }
    }

    private void Command(string name, string script)
    {
        var path = Path.Combine(work.FullName, name);
        File.WriteAllText(path, script);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
