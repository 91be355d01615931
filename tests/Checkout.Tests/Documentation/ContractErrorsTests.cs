using System.Text.RegularExpressions;
using Checkout.Testing;
using Shouldly;
using Xunit;

namespace Checkout.Tests.Documentation;

/// <summary>The error catalog of docs/contract/README.md has a place for every reason that a refusal can give.</summary>
public sealed class ContractErrorsTests
{
    [Fact]
    public void ErrorCatalog_NamesEverySubType()
    {
        var page = File.ReadAllText(Repository.Path("docs", "contract", "README.md"));
        var catalog = page[
            page.IndexOf("### Error catalog", StringComparison.Ordinal)..page.IndexOf("## Order lock", StringComparison.Ordinal)
        ];

        ErrorCatalogue.SubTypes.Keys.Where(subType => !IsIn(catalog, subType)).ShouldBeEmpty();
    }

    private static bool IsIn(string catalog, string subType) => Regex.IsMatch(catalog, $@"(?<![\w-]){Regex.Escape(subType)}(?![\w-])");
}
