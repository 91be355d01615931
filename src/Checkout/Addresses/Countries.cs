using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;

namespace Checkout.Addresses;

/// <summary>Every country of ISO 3166-1 with its subdivisions of ISO 3166-2 (Data/README.md).</summary>
public static class Countries
{
    private static readonly Lazy<ImmutableArray<Country>> Rows = new(Read);

    private static readonly Lazy<FrozenDictionary<string, Country>> ByCode = new(() =>
        Rows.Value.ToFrozenDictionary(country => country.Code, StringComparer.OrdinalIgnoreCase)
    );

    /// <summary>In the order of their codes.</summary>
    public static ImmutableArray<Country> All => Rows.Value;

    /// <summary>By alpha-2 code, in any case.</summary>
    public static Country? Find(string code) => ByCode.Value.GetValueOrDefault(code.Trim());

    /// <summary>By any of its names or its alpha-3 code, in any case.</summary>
    public static Country? FindByName(string name) =>
        Rows.Value.FirstOrDefault(country =>
            string.Equals(country.Name, name, StringComparison.OrdinalIgnoreCase)
            || country.OtherNames.Contains(name, StringComparer.OrdinalIgnoreCase)
        );

    private static ImmutableArray<Country> Read()
    {
        using var file = ReadFile();
        return
        [
            .. file
                .RootElement.EnumerateArray()
                .Select(row => new Country(
                    row[0].GetString()!,
                    row[1].GetString()!,
                    [.. row[2].EnumerateArray().Select(name => name.GetString()!)],
                    [.. row[3].EnumerateArray().Select(ProvinceOf)]
                )),
        ];
    }

    private static JsonDocument ReadFile()
    {
        using var stream =
            typeof(Countries).Assembly.GetManifestResourceStream("countries.json")
            ?? throw new InvalidOperationException("countries.json is not embedded.");
        return JsonDocument.Parse(stream);
    }

    private static Province ProvinceOf(JsonElement row) =>
        new(row[0].GetString()!, row[1].GetString()!, [.. row.EnumerateArray().Skip(2).Select(name => name.GetString()!)]);
}
