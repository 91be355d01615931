using System.Text.Json.Nodes;

namespace Infrastructure.Tests;

[Collection(nameof(CompiledTemplate))]
public sealed class FunctionAppTests(CompiledTemplate template)
{
    private TemplateResource App => template.OfType("Microsoft.Web/sites").Single();

    [Fact]
    public void App_Transport_IsHttpsAndTls12()
    {
        App["httpsOnly"].ShouldBe("true");
        var site = App.Properties["siteConfig"]!;
        site["minTlsVersion"]!.GetValue<string>().ShouldBeOneOf("1.2", "1.3");
        site["scmMinTlsVersion"]!.GetValue<string>().ShouldBeOneOf("1.2", "1.3");
        site["ftpsState"]!.GetValue<string>().ShouldBe("Disabled");
    }

    [Fact]
    public void App_PublishingByPassword_IsOff()
    {
        var policies = template.OfType("Microsoft.Web/sites/basicPublishingCredentialsPolicies");

        policies.Count.ShouldBe(2);
        policies.ShouldAllBe(p => p["allow"] == "false");
    }

    [Fact]
    public void App_Runtime_IsFlexConsumptionWithNet10Isolated()
    {
        var plan = template.OfType("Microsoft.Web/serverfarms").ShouldHaveSingleItem();
        plan.Json["sku"]!["name"]!.GetValue<string>().ShouldBe("FC1");

        var runtime = App.Properties["functionAppConfig"]!["runtime"]!;
        runtime["name"]!.GetValue<string>().ShouldBe("dotnet-isolated");
        runtime["version"]!.GetValue<string>().ShouldBe("10.0");
    }

    [Fact]
    public void App_Deployment_ReplacesInstancesInBatches()
    {
        App.Properties["functionAppConfig"]!["siteUpdateStrategy"]!["type"]!
            .GetValue<string>()
            .ShouldBe("[parameters('siteUpdateStrategy')]");
        template.Root["parameters"]!["siteUpdateStrategy"]!["defaultValue"]!.GetValue<string>().ShouldBe("RollingUpdate");
    }

    [Fact]
    public void AppSettings_CreateOrderDriver_IsAParameter()
    {
        Settings["CreateOrder__Driver"]!.GetValue<string>().ShouldBe("[parameters('createOrderDriver')]");
        template.Root["parameters"]!["createOrderDriver"]!["allowedValues"]!.AsArray().Select(v => v!.GetValue<string>()).ShouldBe(["orchestration", "inline"]);
    }

    [Fact]
    public void AppSettings_Sampling_IsTheSameInHostAndWorker()
    {
        Settings["Telemetry__SamplingRatio"]!.GetValue<string>().ShouldBe("[parameters('traceSamplingRatio')]");
        Settings["OTEL_TRACES_SAMPLER_ARG"]!.GetValue<string>().ShouldBe("[parameters('traceSamplingRatio')]");
        Settings.ShouldContainKey("OTEL_TRACES_SAMPLER");
    }

    [Fact]
    public void Workspace_Ingestion_HasACapByDefault()
    {
        template.OfType("Microsoft.OperationalInsights/workspaces").ShouldHaveSingleItem().Properties["workspaceCapping"]!["dailyQuotaGb"]!
            .GetValue<string>()
            .ShouldBe("[parameters('dailyQuotaGb')]");
        template.Root["parameters"]!["dailyTelemetryGb"]!["defaultValue"]!.GetValue<int>().ShouldBeGreaterThan(0);
    }

    [Fact]
    public void App_DeploymentPackage_IsReadByIdentity() =>
        App.Properties["functionAppConfig"]!["deployment"]!["storage"]!["authentication"]!["type"]!
            .GetValue<string>()
            .ShouldBe("UserAssignedIdentity");

    [Fact]
    public void App_PlatformCors_IsOff() => App.Properties["siteConfig"]!["cors"].ShouldBeNull();

    [Fact]
    public void AppSettings_Storage_IsByIdentity()
    {
        var settings = Settings;

        settings.ShouldContainKey("AzureWebJobsStorage__accountName");
        settings["AzureWebJobsStorage__credential"]!.GetValue<string>().ShouldBe("managedidentity");
        settings.ShouldContainKey("AzureWebJobsStorage__clientId");
        settings.ShouldNotContainKey("AzureWebJobsStorage");
        settings["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"]!.GetValue<string>().ShouldContain("Authorization=AAD");
    }

    [Fact]
    public void AppSettings_NamesThatFlexConsumptionRefuses_AreAbsent()
    {
        foreach (
            var name in new[]
            {
                "FUNCTIONS_WORKER_RUNTIME",
                "FUNCTIONS_EXTENSION_VERSION",
                "WEBSITE_RUN_FROM_PACKAGE",
                "WEBSITE_CONTENTSHARE",
            }
        )
            Settings.ShouldNotContainKey(name);
    }

    [Fact]
    public void Insights_LocalKeys_AreOff() =>
        template.OfType("Microsoft.Insights/components").ShouldHaveSingleItem()["DisableLocalAuth"].ShouldBe("true");

    [Fact]
    public void Resource_EveryTaggable_CarriesTheEnvironment()
    {
        string[] tagless =
        [
            "Microsoft.Resources/deployments",
            "Microsoft.Authorization/roleAssignments",
            "Microsoft.Insights/diagnosticSettings",
            "Microsoft.KeyVault/vaults/secrets",
            "Microsoft.Network/virtualNetworks/subnets",
            "Microsoft.Network/privateEndpoints/privateDnsZoneGroups",
            "Microsoft.Web/sites/config",
            "Microsoft.Web/sites/basicPublishingCredentialsPolicies",
            "Microsoft.DurableTask/schedulers/taskHubs",
            "Microsoft.Storage/storageAccounts/blobServices",
            "Microsoft.Storage/storageAccounts/blobServices/containers",
        ];

        foreach (var resource in template.Resources.Where(r => r.Json["existing"] == null && !tagless.Contains(r.Type)))
            resource.Json["tags"].ShouldNotBeNull(resource.Type);
        template.Root["variables"]!["tags"]!["azd-env-name"]!.GetValue<string>().ShouldBe("[parameters('environmentName')]");
        App.Json["tags"]!.GetValue<string>().ShouldContain("'azd-service-name', 'api'");
    }

    private JsonObject Settings => App.Template["variables"]!["settings"]!.AsObject();
}
