using Azure;
using Azure.Security.KeyVault.Secrets;
using Checkout.AzureStorage.Secrets;
using Microsoft.Extensions.Time.Testing;
using Moq;

namespace Checkout.AzureStorage.Tests;

public sealed class KeyVaultSecretsTests
{
    private readonly FakeTimeProvider time = new(SampleOrder.At);
    private readonly Mock<SecretClient> vault = new();
    private string stored = "first";

    [Fact]
    public async Task Find_RotatedSecret_IsKnownAfterFiveMinutes()
    {
        vault.Setup(v => v.GetSecretAsync("api", null, null, It.IsAny<CancellationToken>())).ReturnsAsync(() => Secret(stored, "v"));
        var secrets = new KeyVaultSecrets(vault.Object, time);
        (await secrets.Find("api", default)).ShouldBe("first");
        stored = "second";
        (await secrets.Find("api", default)).ShouldBe("first");
        time.Advance(KeyVaultSecrets.CacheTime);
        (await secrets.Find("api", default)).ShouldBe("second");
    }

    [Fact]
    public async Task Find_MissingSecret_IsNullAndAskedForAgain()
    {
        vault
            .SetupSequence(v => v.GetSecretAsync("api", null, null, It.IsAny<CancellationToken>()))
            .ThrowsAsync(new RequestFailedException(404, "none"))
            .ReturnsAsync(Secret("set", "v"));
        var secrets = new KeyVaultSecrets(vault.Object, time);
        (await secrets.Find("api", default)).ShouldBeNull();
        (await secrets.Find("api", default)).ShouldBe("set");
    }

    [Fact]
    public async Task Versions_EnabledDisabledAndExpired_AnswersTheUsableNewestFirst()
    {
        SecretProperties[] all =
        [
            Version("old", 1),
            Version("off", 2, enabled: false),
            Version("new", 3),
            Version("gone", 4, expires: SampleOrder.At.AddDays(-1)),
        ];
        vault
            .Setup(v => v.GetPropertiesOfSecretVersionsAsync("signing", It.IsAny<CancellationToken>()))
            .Returns(AsyncPageable<SecretProperties>.FromPages([Page<SecretProperties>.FromValues(all, null, Mock.Of<Response>())]));
        vault
            .Setup(v => v.GetSecretAsync("signing", It.IsAny<string>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((string _, string version, CancellationToken _) => Secret($"value of {version}", version));

        var versions = await new KeyVaultSecrets(vault.Object, time).Versions("signing", default);

        versions.Select(v => (v.Id, v.Value)).ShouldBe([("new", "value of new"), ("old", "value of old")]);
    }

    private static Response<KeyVaultSecret> Secret(string value, string version) =>
        Response.FromValue(SecretModelFactory.KeyVaultSecret(Version(version, 1), value), Mock.Of<Response>());

    private static SecretProperties Version(string version, int day, bool enabled = true, DateTimeOffset? expires = null)
    {
        var properties = SecretModelFactory.SecretProperties(
            name: "signing",
            version: version,
            createdOn: SampleOrder.At.AddDays(day - 30)
        );
        properties.Enabled = enabled;
        properties.ExpiresOn = expires;
        return properties;
    }
}
