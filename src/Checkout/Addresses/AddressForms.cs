using System.Collections.Frozen;

namespace Checkout.Addresses;

/// <summary>
/// Which countries' addresses have a province and a postal code, and which need them: the required fields that
/// Google's libaddressinput publishes per region (Data/README.md).
/// </summary>
internal static class AddressForms
{
    private static readonly FrozenSet<string> NeedProvince = Set("AE AU BR CA CN CO ES ID IN IT JP KR MX RU TW US VE");

    /// <summary>The province is usual, but post arrives without it.</summary>
    private static readonly FrozenSet<string> ShowProvince = Set(
        "AR BO CL CR EC EG GT HN IE JM MY MZ NG NI NZ PA PE PG PH PY SV TH TR UA UY VN ZA"
    );

    private static readonly FrozenSet<string> NoPostalCode = Set(
        "AE AG AN AO AW BF BI BJ BO BQ BS BW BZ CD CF CG CI CK CM CW DJ DM ER FJ GA GD GH GM GQ GY HK JM KI KM KP LC ML MO MR MW "
            + "NR NU QA RW SB SC SL SR SS ST SX SY TD TF TG TK TL TO TT TV UG VU YE ZW"
    );

    private static readonly FrozenSet<string> NeedPostalCode = Set(
        "AR AT AU AX BE BL BR CA CH CN CY CZ DE DK EE ES FI FK FM FO FR GB GF GG GL GP GR GS GU HU IM IN IO IS IT JE JP KR LI LT LU LV "
            + "MF MH MP MQ MX MY NC NL NO NZ PF PL PM PN PR PT PW RE RU SE SG SH SI SJ SK SM TC TR TW UA US VI WF YT ZA"
    );

    private static readonly FrozenDictionary<string, string> Labels = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["AE"] = "Emirate",
        ["AU"] = "State",
        ["BO"] = "Department",
        ["BR"] = "State",
        ["CL"] = "Region",
        ["CO"] = "Department",
        ["EG"] = "Governorate",
        ["GT"] = "Department",
        ["HN"] = "Department",
        ["IE"] = "County",
        ["IN"] = "State",
        ["JM"] = "Parish",
        ["JP"] = "Prefecture",
        ["MX"] = "State",
        ["MY"] = "State",
        ["NG"] = "State",
        ["NI"] = "Department",
        ["NZ"] = "Region",
        ["PE"] = "Region",
        ["PY"] = "Department",
        ["RU"] = "Region",
        ["SV"] = "Department",
        ["TW"] = "County",
        ["UA"] = "Region",
        ["US"] = "State",
        ["UY"] = "Department",
        ["VE"] = "State",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static bool NeedsProvince(string country) => NeedProvince.Contains(country);

    public static bool ShowsProvince(string country) => NeedProvince.Contains(country) || ShowProvince.Contains(country);

    public static bool NeedsPostalCode(string country) => NeedPostalCode.Contains(country);

    public static bool ShowsPostalCode(string country) => !NoPostalCode.Contains(country);

    public static string ProvinceLabel(string country) => Labels.GetValueOrDefault(country, "Province");

    private static FrozenSet<string> Set(string codes) => codes.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
