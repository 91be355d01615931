using System.Text.RegularExpressions;
using Checkout.Testing;
using Shouldly;
using Xunit;

namespace Checkout.Tests.Architecture;

/// <summary>What the source holds in one place only.</summary>
public sealed class SourceTests
{
    /// <summary>An order, a movement or a command changes its status by a method that refuses what it must.</summary>
    [Fact]
    public void Status_IsSetInTheRoomOrdersOnly() =>
        Domain()
            .Where(file => !file.Path.StartsWith("Orders/", StringComparison.Ordinal) && Regex.IsMatch(file.Text, @"\bStatus = "))
            .Select(file => file.Path)
            .ShouldBeEmpty();

    /// <summary>Waiting for a lost race is the mark of the loop: gate, load, work, commit, retry.</summary>
    [Fact]
    public void OrdersAreRunByOneLoop() =>
        Domain()
            .Where(file => file.Text.Contains("Backoff.Wait(", StringComparison.Ordinal))
            .Select(file => file.Path)
            .ShouldBe(["Running/OrderRun.cs"]);

    /// <summary>Outcomes are told apart by their kind.</summary>
    [Fact]
    public void Nothing_BranchesOnAProblemsTexts() =>
        Source("Checkout", "Checkout.Http", "CheckoutFunctions", "CheckoutLocal", "Checkout.AzureStorage")
            .SelectMany(file =>
                Regex
                    .Matches(file.Text, @"(?i:problems?(\[0\])?)\.(Field|SubType|Type|Message) (==|!=|is) [^;\n]*")
                    .Select(match => $"{file.Path}: {match.Value}")
            )
            .ShouldBeEmpty();

    [Fact]
    public void Lines_AreAtMost140ColumnsWide() =>
        Source(
                "Checkout",
                "Checkout.Http",
                "Checkout.AzureStorage",
                "Checkout.Gateways",
                "Checkout.Mail",
                "CheckoutFunctions",
                "CheckoutLocal"
            )
            .Where(file => !file.Path.StartsWith("CheckoutFunctions/Http/Triggers/", StringComparison.Ordinal))
            .SelectMany(file =>
                file.Text.Split('\n').Index().Where(line => line.Item.Length > 140).Select(line => $"{file.Path}:{line.Index + 1}")
            )
            .ShouldBeEmpty();

    [Fact]
    public void Files_HoldOnePublicType() =>
        Domain()
            .Where(file =>
                Regex.Count(
                    file.Text,
                    @"^public (?:(?:static|sealed|abstract|partial|readonly) )*(?:record|class|interface|enum|struct|delegate) ",
                    RegexOptions.Multiline
                ) > 1
            )
            .Select(file => file.Path)
            .ShouldBeEmpty();

    [Fact]
    public void SubTypesOfProblems_AreInTheCatalogue() =>
        All()
            .SelectMany(file =>
                Regex.Matches(
                    file.Text,
                    @"(?:Problem\.(?:Order|Invalid|Address|Upstream)|new Problem|Unauthorized)\([^;\n]*(?:""|message), ""([a-z0-9_-]+)""\)"
                )
            )
            .Select(match => match.Groups[1].Value)
            .Distinct(StringComparer.Ordinal)
            .Where(subType => !ErrorCatalogue.SubTypes.ContainsKey(subType))
            .ShouldBeEmpty();

    [Fact]
    public void SubTypesOfTheCatalogue_AreUsed()
    {
        var source = string.Concat(
            All().Where(file => !file.Path.EndsWith("/ErrorCatalogue.cs", StringComparison.Ordinal)).Select(file => file.Text)
        );

        ErrorCatalogue.SubTypes.Keys.Where(subType => !source.Contains($"\"{subType}\"", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static IEnumerable<(string Path, string Text)> All() =>
        Source("Checkout", "Checkout.Http", "Checkout.AzureStorage", "Checkout.Gateways");

    private static IEnumerable<(string Path, string Text)> Domain() =>
        Source("Checkout").Select(file => (file.Path["Checkout/".Length..], file.Text));

    private static IEnumerable<(string Path, string Text)> Source(params string[] projects) =>
        from project in projects
        from file in Directory.EnumerateFiles(Repository.Path("src", project), "*.cs", SearchOption.AllDirectories)
        let path = Path.GetRelativePath(Repository.Path("src"), file).Replace('\\', '/')
        where !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal)
        select (path, File.ReadAllText(file));
}
