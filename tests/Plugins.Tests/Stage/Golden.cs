using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Shouldly;

namespace Checkout.Plugins.Tests;

/// <summary>
/// Whole bodies kept in <c>Golden</c>, with the keys and types of the source pages. What differs from run to run has a name in
/// capitals. A body that does not match is left in <c>Golden/Actual</c> beside the test assembly.
/// </summary>
internal static partial class Golden
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Check(params IEnumerable<(string Name, Heard Heard, Shopper Shopper)> bodies)
    {
        var different = bodies
            .Select(b => (b.Name, Actual: Steady(b.Heard.Json, b.Shopper), Expected: Expected(b.Name)))
            .Where(b => b.Actual != b.Expected)
            .ToList();
        foreach (var (name, actual, _) in different)
        {
            var left = Path.Combine(AppContext.BaseDirectory, "Golden", "Actual", name + ".json");
            Directory.CreateDirectory(Path.GetDirectoryName(left)!);
            File.WriteAllText(left, actual + "\n");
        }

        foreach (var (name, actual, expected) in different)
            actual.ShouldBe(expected, name);
    }

    private static string Expected(string name)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Golden", name + ".json");
        return File.Exists(file) ? JsonNode.Parse(File.ReadAllText(file))!.ToJsonString(Readable) : "";
    }

    private static string Steady(JsonNode body, Shopper shopper)
    {
        var text = body.ToJsonString(Readable).Replace(shopper.OrderId, "PUBLIC_ORDER_ID", StringComparison.Ordinal);
        text = ShopName().Replace(text, "SHOP");
        text = Time().Replace(text, "TIME");
        text = Ulid().Replace(text, "ULID");
        text = PublicId().Replace(text, "PUBLIC_ID");
        text = Reference().Replace(text, "TRANSACTION");
        text = LineNumber().Replace(text, "$1 1000");
        return OrderNumber().Replace(text, "$1 123456");
    }

    [GeneratedRegex(@"pluginshop\d+")]
    private static partial Regex ShopName();

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT[\d:.]+(Z|\+00:00)")]
    private static partial Regex Time();

    [GeneratedRegex("(?<![A-Za-z0-9])[0-7][0-9A-HJKMNP-TV-Z]{25}(?![A-Za-z0-9])")]
    private static partial Regex Ulid();

    [GeneratedRegex("(?<=\")(?!testgateway)[A-Za-z0-9]{64}(?=\")")]
    private static partial Regex PublicId();

    [GeneratedRegex("test_[a-z]+_[0-9a-f]{8,}")]
    private static partial Regex Reference();

    [GeneratedRegex("(\"id\":) \\d{9,16}(?=,)")]
    private static partial Regex LineNumber();

    [GeneratedRegex("(\"order_id\":) \\d+")]
    private static partial Regex OrderNumber();
}
