using Checkout.Http.Frame.SignIn;
using Checkout.Http.Health;
using Checkout.Shops;
using Checkout.Stores;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace Checkout.Http.Tests.Health;

public sealed class ReadinessTests : IShops, ISecrets, IHostApplicationLifetime, IReadinessCheck
{
    private readonly FakeTimeProvider time = new();
    private readonly CancellationTokenSource stopping = new();
    private bool storageAnswers = true;
    private bool hasKey = true;
    private bool? hubAnswers;
    private int asked;

    public CancellationToken ApplicationStarted => CancellationToken.None;
    public CancellationToken ApplicationStopping => stopping.Token;
    public CancellationToken ApplicationStopped => CancellationToken.None;

    [Fact]
    public async Task Check_AllAnswers_IsReady() => (await Check()).ShouldBe(new HealthState("ready") { Storage = "ok", Secrets = "ok" });

    [Fact]
    public async Task Check_StorageDown_SaysWhichFails()
    {
        storageAnswers = false;

        (await Check()).ShouldBe(new HealthState("not_ready") { Storage = "failed", Secrets = "ok" });
    }

    [Fact]
    public async Task Check_NoSigningKey_SaysWhichFails()
    {
        hasKey = false;

        (await Check()).ShouldBe(new HealthState("not_ready") { Storage = "ok", Secrets = "failed" });
    }

    [Theory]
    [InlineData(true, "ready", "ok")]
    [InlineData(false, "not_ready", "failed")]
    public async Task Check_HostWithATaskHub_AsksItToo(bool answers, string status, string hub)
    {
        hubAnswers = answers;

        (await Check()).ShouldBe(
            new HealthState(status)
            {
                Storage = "ok",
                Secrets = "ok",
                TaskHub = hub,
            }
        );
    }

    [Fact]
    public async Task Check_HostIsStopping_WantsNoMore()
    {
        await stopping.CancelAsync();

        (await Check()).ShouldBe(new HealthState("stopping"));
        asked.ShouldBe(0);
    }

    [Fact]
    public async Task Check_AskedOften_CostsOnceInFiveSeconds()
    {
        using var readiness = Readiness();
        for (var i = 0; i < 10; i++)
            await readiness.Check(CancellationToken.None);
        asked.ShouldBe(1);

        time.Advance(TimeSpan.FromSeconds(5));
        await readiness.Check(CancellationToken.None);
        asked.ShouldBe(2);
    }

    Task<IReadOnlyList<string>> IShops.Identifiers(CancellationToken cancellation)
    {
        asked++;
        return storageAnswers ? Task.FromResult<IReadOnlyList<string>>([]) : throw new HttpRequestException("down");
    }

    Task<IReadOnlyList<SecretVersion>> ISecrets.Versions(string name, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<SecretVersion>>(hasKey ? [new SecretVersion("1", new string('k', 64), time.GetUtcNow())] : []);

    Task<string?> ISecrets.Find(string name, CancellationToken cancellation) => Task.FromResult<string?>(null);

    Task<Shop?> IShops.Find(string identifier, CancellationToken cancellation) => Task.FromResult<Shop?>(null);

    Task<StoredShop?> IShops.Load(string identifier, CancellationToken cancellation) => Task.FromResult<StoredShop?>(null);

    Task<Result<bool>> IShops.Save(Shop shop, string? etag, CancellationToken cancellation) => Task.FromResult<Result<bool>>(false);

    void IHostApplicationLifetime.StopApplication() => stopping.Cancel();

    private async Task<HealthState> Check()
    {
        using var readiness = Readiness();
        return await readiness.Check(CancellationToken.None);
    }

    private Readiness Readiness() =>
        new(this, new SigningKeys(this, time), hubAnswers is null ? [] : [this], this, time, NullLogger<Readiness>.Instance);

    Task IReadinessCheck.Ask(CancellationToken cancellation) =>
        hubAnswers is true ? Task.CompletedTask : throw new InvalidOperationException("no hub");
}
