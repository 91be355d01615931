using System.Text.RegularExpressions;
using Checkout.Http.Hosting;
using Checkout.Testing;
using Microsoft.AspNetCore.Routing.Template;
using Shouldly;
using Xunit;

namespace Checkout.Http.Tests.ApiDocuments;

/// <summary>samples/checkout.http against the endpoint table.</summary>
public sealed partial class SampleRequestsTests
{
    [Fact]
    public void CheckoutHttp_EveryRequest_NamesAnEndpoint()
    {
        var requests = Request()
            .Matches(Sample())
            .Select(m => (Method: m.Groups["method"].Value, Path: Path(m.Groups["url"].Value)))
            .ToList();

        requests.Count.ShouldBeGreaterThan(15);
        foreach (var (method, path) in requests)
            Endpoints
                .Table.All.Any(e => e.Method == method && new TemplateMatcher(TemplateParser.Parse(e.Route), []).TryMatch(path, []))
                .ShouldBeTrue($"{method} {path}");
    }

    private static string Path(string url) =>
        url.Replace("{{front}}", "{{host}}/checkout/storefront/{{shop}}/{{order}}", StringComparison.Ordinal)
            .Replace("{{host}}", "", StringComparison.Ordinal)
            .Replace("{{shop}}", "zp3oafdor9", StringComparison.Ordinal)
            .Replace("{{order}}", "order", StringComparison.Ordinal)
            .Split('?')[0];

    private static string Sample() => File.ReadAllText(Repository.Path("samples", "checkout.http"));

    [GeneratedRegex(@"^(?<method>GET|POST|PUT|PATCH|DELETE) (?<url>\S+)", RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex Request();
}
