using Checkout.Testing;
using Shouldly;
using Xunit;

namespace Checkout.Tests.Documentation;

/// <summary>Whoever reads a source can open the rule that it cites.</summary>
public sealed class CitationTests
{
    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    public void Sources_CitePagesAndHeadingsThatExist(string folder)
    {
        var faults =
            from file in Directory.EnumerateFiles(Repository.Path(folder), "*.cs", SearchOption.AllDirectories)
            where !IsBuilt(file)
            from cited in ContractPages.Unreadable(File.ReadAllText(file))
            select $"{Path.GetRelativePath(Repository.Root, file)}: {cited}";

        faults.ShouldBeEmpty();
    }

    [Fact]
    public void ContractPages_LinkToHeadingsThatExist()
    {
        var faults =
            from file in Directory.EnumerateFiles(Repository.Path("docs", "contract"), "*.md")
            from link in ContractPages.BrokenLinks(Path.GetFileName(file), File.ReadAllText(file))
            select $"{Path.GetFileName(file)}: {link}";

        faults.ShouldBeEmpty();
    }

    // Written in two parts: as one, these would be faults of this file.
    [Theory]
    [InlineData("wire-" + "contract.md, B1")]
    [InlineData("reference/" + "storefront-api.txt")]
    [InlineData("never more than was captured (" + "H4)")]
    [InlineData(ContractPages.Folder + "payments.md#no-such-heading")]
    [InlineData(ContractPages.Folder + "no-such-page.md")]
    public void Unreadable_CitationOfWhatIsNotThere_IsFound(string text) => ContractPages.Unreadable(text).ShouldHaveSingleItem();

    [Theory]
    [InlineData(ContractPages.Folder + "payments.md#capture")]
    [InlineData(ContractPages.Folder + "decisions.md#d10")]
    [InlineData(ContractPages.Folder + "shapes.md")]
    public void Unreadable_CitationOfAHeading_IsFine(string text) => ContractPages.Unreadable(text).ShouldBeEmpty();

    private static bool IsBuilt(string file) =>
        file.Split(Path.DirectorySeparatorChar) is var parts && (parts.Contains("obj") || parts.Contains("bin"));
}
