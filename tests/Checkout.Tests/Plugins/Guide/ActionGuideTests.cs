using System.Collections.Immutable;
using System.Text.Json;
using Checkout.Catalog;
using Checkout.Plugins.Actions;
using Checkout.Testing;
using Shouldly;
using Xunit;

namespace Checkout.Tests.Plugins.Guide;

/// <summary>What CONTRIBUTING.md says of a new plugin action, done: one file.</summary>
public sealed class ActionGuideTests
{
    private static readonly ActionContext Context =
        new(PluginStage.Shop(), PluginStage.Plugin(), "p1:guide:0", ImmutableDictionary<string, Product>.Empty);

    [Fact]
    public void Sample_WithItsData_ChangesTheOrder() =>
        AddGreeting.Action.Apply(PluginStage.Order(), Data("""{"name":"Alex"}"""), Context).Value.MetaData.Notes.ShouldBe("Hello, Alex!");

    [Fact]
    public void Sample_IsFoundByItsFileAlone() => PluginActions.In(typeof(AddGreeting).Assembly).ShouldBe([AddGreeting.Action]);

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    public void Sample_WithoutItsData_NamesTheField(string data) =>
        AddGreeting.Action.Apply(PluginStage.Order(), Data(data), Context).Problems[0].Field.ShouldBe("name");

    [Fact]
    public void Sample_NeedsAScopeThatMerchantsApprove() => PluginActions.All.Select(a => a.Scope).ShouldContain(AddGreeting.Action.Scope);

    [Fact]
    public void Guide_ShowsTheSample_AsItIsCompiled()
    {
        var guide = Lines("CONTRIBUTING.md");
        var sample = Lines("tests/Checkout.Tests/Plugins/Guide/AddGreeting.cs");

        const string first = "internal static class AddGreeting";
        guide.SkipWhile(line => line != first).TakeWhile(line => line != "```").ShouldBe(sample.SkipWhile(line => line != first));
    }

    private static IEnumerable<string> Lines(string path) =>
        File.ReadAllText(Repository.Path(path)).TrimEnd().Split('\n').Select(line => line.Trim());

    private static JsonElement Data(string json) => JsonDocument.Parse(json).RootElement;
}
