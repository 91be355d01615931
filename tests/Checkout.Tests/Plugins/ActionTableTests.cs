using System.Runtime.CompilerServices;
using System.Text;
using Checkout.Plugins.Actions;
using Shouldly;
using Xunit;

namespace Checkout.Tests.Plugins;

/// <summary>docs/plugin-actions.md is written from the code: run the tests with UPDATE_DOCS=1 to write it again.</summary>
public sealed class ActionTableTests
{
    [Fact]
    public void Table_InTheDocuments_IsThatOfTheCode()
    {
        var path = Path.Combine(Root(), "docs", "plugin-actions.md");
        var table = Table();
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") is "1")
            File.WriteAllText(path, table);
        File.ReadAllText(path).ShouldBe(table);
    }

    [Fact]
    public void Actions_OfTheScopeTable_AreAllThere()
    {
        PluginActions.All.Length.ShouldBe(38);
        PluginActions.All.Select(a => a.Name).ShouldBeUnique();
        PluginActions.All.ShouldAllBe(a => PluginActions.Find(a.Name.ToUpperInvariant()) == a);
    }

    private static string Table()
    {
        var table = new StringBuilder()
            .Append("# Plugin actions\n\nWritten from `PluginActions.All` by a test; change the code, not this file.\n\n")
            .Append("| Action | Scope | Effect | File |\n|---|---|---|---|\n");
        foreach (var action in PluginActions.All)
        {
            var file =
                $"src/Checkout/Plugins/Actions/{string.Concat(action.Name.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]))}.cs";
            File.Exists(Path.Combine(Root(), file)).ShouldBeTrue(file);
            var names = string.Join(", ", action.OtherNames.Prepend(action.Name).Select(name => $"`{name}`"));
            table.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"| {names} | `{action.Scope}` | {action.Effect} | [{Path.GetFileName(file)}](../{file}) |\n"
            );
        }

        return table.ToString();
    }

    private static string Root([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}
