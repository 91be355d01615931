namespace Infrastructure.Tests;

[Collection(nameof(CompiledTemplate))]
public sealed class RoleTests(CompiledTemplate template)
{
    private const string BlobDataOwner = "b7e6dc6d-f1e8-4753-8033-0f276bb0955b";
    private const string QueueDataContributor = "974c5e8b-45b9-4653-ba55-5f855dd0fb88";
    private const string TableDataContributor = "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3";
    private const string SecretsUser = "4633458b-17de-408a-b874-0445c86b69e6";
    private const string MetricsPublisher = "3913510d-42f4-4e42-8a64-420c390055eb";
    private const string DurableTaskDataContributor = "0ad04412-c4d5-4796-b79c-f76d14c8d402";

    private IReadOnlyList<TemplateResource> Assignments => template.OfType("Microsoft.Authorization/roleAssignments");

    [Fact]
    public void App_Roles_AreTheLeast()
    {
        var roles = Assignments.Where(a => a["principalId"] == "[parameters('appPrincipalId')]").SelectMany(Roles);

        roles.ShouldBe(
            [BlobDataOwner, QueueDataContributor, TableDataContributor, SecretsUser, MetricsPublisher, DurableTaskDataContributor],
            ignoreOrder: true
        );
    }

    [Fact]
    public void Operator_Role_ReadsOneSecret()
    {
        var assignment = Assignments.Where(a => a["principalId"] != "[parameters('appPrincipalId')]").ShouldHaveSingleItem();

        assignment["principalId"].ShouldBe("[parameters('operatorPrincipalId')]");
        Roles(assignment).ShouldBe([SecretsUser]);
        assignment.Json["scope"]!.GetValue<string>().ShouldContain("'Microsoft.KeyVault/vaults/secrets'");
        assignment.Json["scope"]!.GetValue<string>().ShouldContain("'api-token'");
    }

    [Fact]
    public void Role_EveryOne_IsGivenOnAResourceAndNotOnItsGroup() => Assignments.ShouldAllBe(a => a.Json["scope"] != null);

    [Fact]
    public void App_Identity_IsUserAssignedAndAlone()
    {
        var app = template.OfType("Microsoft.Web/sites").ShouldHaveSingleItem();

        app.Json["identity"]!["type"]!.GetValue<string>().ShouldBe("UserAssigned");
        app.Json["identity"]!["userAssignedIdentities"]!.AsObject().Count.ShouldBe(1);
    }

    private static IEnumerable<string> Roles(TemplateResource assignment)
    {
        if (assignment.Json["copy"] is not { } loop)
            return [RoleId(assignment.Resolve(assignment["roleDefinitionId"]))];

        var list = loop["count"]!.GetValue<string>();
        return CompiledTemplate
            .Variable()
            .Matches(list)
            .Select(m => assignment.Template["variables"]![m.Groups["name"].Value]!.GetValue<string>());
    }

    private static string RoleId(string definition) =>
        definition.Split('\'', ',', ')').Select(p => p.Trim()).Single(p => Guid.TryParse(p, out _));
}
