using System.Text.Json.Nodes;

namespace Infrastructure.Tests;

[Collection(nameof(CompiledTemplate))]
public sealed class StorageAndVaultTests(CompiledTemplate template)
{
    [Fact]
    public void Compile_MainBicep_SaysNothing() => template.Messages.ShouldBeEmpty();

    [Fact]
    public void StorageAccount_EveryOne_RefusesSharedKeysAndPublicBlobs()
    {
        var accounts = template.OfType("Microsoft.Storage/storageAccounts");

        accounts.ShouldNotBeEmpty();
        foreach (var account in accounts)
        {
            account["allowSharedKeyAccess"].ShouldBe("false");
            account["allowBlobPublicAccess"].ShouldBe("false");
            account["supportsHttpsTrafficOnly"].ShouldBe("true");
            account["minimumTlsVersion"].ShouldBeOneOf("TLS1_2", "TLS1_3");
            account["allowCrossTenantReplication"].ShouldBe("false");
        }
    }

    [Fact]
    public void BlobContainer_EveryOne_IsPrivate()
    {
        var containers = template.OfType("Microsoft.Storage/storageAccounts/blobServices/containers");

        containers.ShouldNotBeEmpty();
        containers.ShouldAllBe(c => c["publicAccess"] == "None");
    }

    [Theory]
    [InlineData("listKeys")]
    [InlineData("listAccountSas")]
    [InlineData("listServiceSas")]
    [InlineData("listConnectionStrings")]
    [InlineData("AccountKey")]
    [InlineData("SharedAccessSignature")]
    public void Template_Everywhere_UsesNoKeyOf(string function) => template.Text.ShouldNotContain(function, Case.Insensitive);

    [Fact]
    public void Vault_Access_IsByRoleOnly()
    {
        var vault = template.OfType("Microsoft.KeyVault/vaults").ShouldHaveSingleItem();

        vault["enableRbacAuthorization"].ShouldBe("true");
        vault["enableSoftDelete"].ShouldBe("true");
        vault.Properties["accessPolicies"].ShouldBeNull();
    }

    [Fact]
    public void VaultSecret_EveryOne_IsCreatedOnceAndNeverRotatedByADeployment()
    {
        var secrets = template.OfType("Microsoft.KeyVault/vaults/secrets");

        secrets.Count.ShouldBe(2);
        secrets.ShouldAllBe(s => s.Json["@options"]!.AsObject().ContainsKey("onlyIfNotExists"));
    }

    [Fact]
    public void VaultSecret_EveryValue_ComesFromASecureParameter()
    {
        foreach (var secret in template.OfType("Microsoft.KeyVault/vaults/secrets"))
        {
            var parameter = secret["value"]
                .Replace("[parameters('", "", StringComparison.Ordinal)
                .Replace("')]", "", StringComparison.Ordinal);
            secret.Template["parameters"]![parameter]!["type"]!.GetValue<string>().ShouldBe("securestring");
        }
    }

    [Fact]
    public void GeneratedValue_EveryOne_IsSecureAndLongEnough()
    {
        var generated = CompiledTemplate
            .Entries(template.Root, "parameters")
            .Where(p => p.Value["defaultValue"]?.ToString() == "[newGuid()]")
            .ToList();

        generated.ShouldAllBe(p => p.Value["type"]!.GetValue<string>() == "securestring");
        generated.Count(p => p.Key.StartsWith("signingKey", StringComparison.Ordinal)).ShouldBeGreaterThanOrEqualTo(3);
        generated.Count(p => p.Key.StartsWith("apiToken", StringComparison.Ordinal)).ShouldBeGreaterThanOrEqualTo(2);
    }

    [Fact]
    public void Output_OfEveryTemplate_HoldsNoSecret()
    {
        foreach (var scope in template.Templates)
        {
            var secure = CompiledTemplate
                .Entries(scope, "parameters")
                .Where(p => p.Value["type"]!.GetValue<string>().StartsWith("secure", StringComparison.OrdinalIgnoreCase))
                .Select(p => $"parameters('{p.Key}')")
                .ToList();

            foreach (var (name, output) in CompiledTemplate.Entries(scope, "outputs"))
            {
                var value = output["value"]!.ToString();
                output["type"]!.GetValue<string>().ShouldNotStartWith("secure", Case.Insensitive, name);
                secure.ShouldAllBe(p => !value.Contains(p, StringComparison.Ordinal));
                value.ShouldNotContain("vaults/secrets", Case.Insensitive, name);
            }
        }
    }

    [Fact]
    public void PrivateNetwork_WhenAsked_ClosesStorageAndVault()
    {
        foreach (var resource in template.OfType("Microsoft.Storage/storageAccounts").Concat(template.OfType("Microsoft.KeyVault/vaults")))
        {
            resource["publicNetworkAccess"].ShouldBe("[if(parameters('privateOnly'), 'Disabled', 'Enabled')]");
            resource.Properties["networkAcls"]!["defaultAction"]!
                .GetValue<string>()
                .ShouldBe("[if(parameters('privateOnly'), 'Deny', 'Allow')]");
        }

        var services = template
            .Templates.Select(t => t["variables"]?["endpoints"] as JsonArray)
            .OfType<JsonArray>()
            .Single()
            .Select(e => e!["service"]!.GetValue<string>());
        services.ShouldBe(["blob", "queue", "table", "vault"]);
    }
}
