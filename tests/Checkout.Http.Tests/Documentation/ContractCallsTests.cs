using System.Text.RegularExpressions;
using Checkout.Http.Hosting;
using Checkout.Testing;
using Shouldly;
using Xunit;

namespace Checkout.Http.Tests.Documentation;

/// <summary>The tables of docs/contract/ list the calls that there are, all of them and no others.</summary>
public sealed partial class ContractCallsTests
{
    [Fact]
    public void ContractPages_ListEveryEndpoint() =>
        Listed().Order().ShouldBe(Endpoints.Table.All.Select(e => Shape(e.Method, "/" + e.Route)).Order());

    /// <summary>Calls in the first column of a table; what others are asked (carts of a platform) is below other paths.</summary>
    private static IEnumerable<string> Listed()
    {
        var ours = Endpoints.Table.All.Select(e => e.Route.Split('/')[0]).ToHashSet(StringComparer.Ordinal);
        return Directory
            .EnumerateFiles(Repository.Path("docs", "contract"), "*.md")
            .SelectMany(File.ReadLines)
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(line => Call().Matches(line.Split(" | ")[0]))
            .Where(call => ours.Contains(call.Groups["path"].Value.Split('/')[1]))
            .Select(call => Shape(call.Groups["method"].Value, call.Groups["path"].Value))
            .Distinct(StringComparer.Ordinal);
    }

    /// <summary>Names of path parts are the page's own.</summary>
    private static string Shape(string method, string path) => $"{method} {Parameter().Replace(path, "{}")}";

    [GeneratedRegex("`(?<method>GET|POST|PUT|PATCH|DELETE) (?<path>/[^ `]*)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Call();

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, 1000)]
    private static partial Regex Parameter();
}
