using System.Collections.Immutable;

namespace Checkout.Addresses;

/// <summary>A country of ISO 3166-1 and what an address in it has.</summary>
/// <param name="Code">Alpha-2.</param>
/// <param name="OtherNames">Official and other names, and the alpha-3 code.</param>
/// <param name="Provinces">Subdivisions of ISO 3166-2, at the level that postal addresses name.</param>
public sealed record Country(string Code, string Name, ImmutableArray<string> OtherNames, ImmutableArray<Province> Provinces)
{
    /// <summary>A province belongs into the address form.</summary>
    public bool ShowsProvince => AddressForms.ShowsProvince(Code);

    public bool NeedsProvince => AddressForms.NeedsProvince(Code);

    /// <summary>How a form calls the province: Province, State, County, …</summary>
    public string ProvinceLabel => AddressForms.ProvinceLabel(Code);

    public bool ShowsPostalCode => AddressForms.ShowsPostalCode(Code);

    public bool NeedsPostalCode => AddressForms.NeedsPostalCode(Code);

    /// <summary>By code, with or without the country prefix, in any case.</summary>
    public Province? ProvinceByCode(string code)
    {
        var bare = code.StartsWith(Code + "-", StringComparison.OrdinalIgnoreCase) ? code[(Code.Length + 1)..] : code;
        return Provinces.FirstOrDefault(p => string.Equals(p.Code, bare, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>By any of its names, in any case.</summary>
    public Province? ProvinceByName(string name) => Provinces.FirstOrDefault(p => p.IsNamed(name));
}
