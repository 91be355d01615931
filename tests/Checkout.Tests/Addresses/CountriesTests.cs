using Checkout.Addresses;
using Shouldly;
using Xunit;

namespace Checkout.Tests.Addresses;

public sealed class CountriesTests
{
    [Fact]
    public void All_HoldsEveryCountryOnce()
    {
        Countries.All.Length.ShouldBe(249);
        Countries.All.Select(c => c.Code).Distinct().Count().ShouldBe(249);
    }

    [Fact]
    public void All_CountriesThatNeedAProvince_HaveProvinces() =>
        Countries.All.Where(c => c.ShowsProvince && c.Provinces.IsEmpty).ShouldBeEmpty();

    [Fact]
    public void All_ProvinceCodes_AreUniqueInTheirCountry() =>
        Countries.All.Where(c => c.Provinces.DistinctBy(p => p.Code).Count() != c.Provinces.Length).ShouldBeEmpty();

    [Theory]
    [InlineData("CA", 13)]
    [InlineData("AU", 8)]
    [InlineData("MX", 32)]
    [InlineData("JP", 47)]
    [InlineData("BR", 27)]
    public void Find_KnownCountry_HasItsProvinces(string code, int provinces) => Countries.Find(code)!.Provinces.Length.ShouldBe(provinces);

    [Theory]
    [InlineData("United States")]
    [InlineData("united states of america")]
    [InlineData("USA")]
    public void FindByName_AnyName_FindsTheCountry(string name) => Countries.FindByName(name)!.Code.ShouldBe("US");

    [Theory]
    [InlineData("QC", "")]
    [InlineData("qc", "")]
    [InlineData("CA-QC", "")]
    [InlineData("", "Quebec")]
    [InlineData("", "québec")]
    public void Resolve_ProvinceByCodeOrName_FillsTheOther(string code, string name)
    {
        var resolved = ResolveAddress.Of(
            new Address
            {
                CountryCode = "ca",
                ProvinceCode = code,
                Province = name,
            }
        );
        resolved.ProvinceCode.ShouldBe("QC");
        resolved.Province.ShouldBe(name.Length > 0 ? name : "Quebec");
        (resolved.CountryCode, resolved.Country).ShouldBe(("CA", "Canada"));
    }

    [Fact]
    public void Resolve_CountryByName_FillsTheCode() => ResolveAddress.Of(new Address { Country = "Canada" }).CountryCode.ShouldBe("CA");
}
