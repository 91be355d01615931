using System.Collections.Immutable;

namespace Checkout.Addresses;

/// <param name="Code">ISO 3166-2 without the country prefix, such as MB.</param>
public sealed record Province(string Code, string Name, ImmutableArray<string> OtherNames)
{
    public bool IsNamed(string name) =>
        string.Equals(Name, name, StringComparison.OrdinalIgnoreCase) || OtherNames.Contains(name, StringComparer.OrdinalIgnoreCase);
}
