using System.Text;
using Checkout.Http.Frame;
using Checkout.Http.Frame.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Shouldly;
using Xunit;

namespace Checkout.Http.Tests.SignIn;

public sealed class EntraSignInTests
{
    private const string Support =
        """{"auth_typ":"aad","name_typ":"name","role_typ":"roles","claims":[{"typ":"preferred_username","val":"ann@example.com"},{"typ":"roles","val":"support"}]}""";

    [Fact]
    public void Find_SomebodyOfSupport_MayRefundButNotChangeTheShop()
    {
        var caller = Find(Support).ShouldNotBeNull();

        caller.Name.ShouldBe("ann@example.com");
        caller.Has(Scopes.WritePayments).ShouldBeTrue();
        caller.Has(Scopes.WriteShopSettings).ShouldBeFalse();
        caller.Has(Scopes.ReadShopSettings).ShouldBeFalse();
    }

    [Fact]
    public void Find_AnAdmin_MayEverything() =>
        Find(Support.Replace("support", "admin", StringComparison.Ordinal)).ShouldNotBeNull().Has(Scopes.WriteShopSettings).ShouldBeTrue();

    [Fact]
    public void Find_WhereTheSettingIsOff_ReadsNoHeader() => Find(Support, isTrusted: false).ShouldBeNull();

    [Fact]
    public void Find_WithoutTheConsolesHeader_LetsNobodyIn() => Find(Support, isFromConsole: false).ShouldBeNull();

    [Theory]
    [InlineData("""{"auth_typ":"github","claims":[{"typ":"roles","val":"admin"}]}""")]
    [InlineData("""{"auth_typ":"aad","claims":[{"typ":"roles","val":"reader"}]}""")]
    [InlineData("""{"auth_typ":"aad","claims":[{"typ":"name","val":"admin"}]}""")]
    [InlineData("""{"auth_typ":"aad","claims":[]}""")]
    [InlineData("""{"auth_typ":"aad"}""")]
    [InlineData("not JSON")]
    public void Find_WithoutARoleOfTheDirectory_LetsNobodyIn(string principal) => Find(principal).ShouldBeNull();

    [Fact]
    public void Find_AHeaderThatIsNoBase64_LetsNobodyIn()
    {
        var http = new DefaultHttpContext();
        http.Request.Headers["X-MS-CLIENT-PRINCIPAL"] = "{}";
        http.Request.Headers["X-Checkout-Console"] = "1";
        new EntraSignIn(new HttpSettings(IsDevelopment: false) { TrustsAppServiceSignIn = true }).Find(http.Request).ShouldBeNull();
    }

    [Fact]
    public void Settings_EntraIdWithoutAppServiceAuthentication_StopTheHost()
    {
        Should.Throw<InvalidOperationException>(() => Settings(("Console:EntraId", "true")));
        Should.Throw<InvalidOperationException>(() => Settings(("Console:EntraId", "true"), ("WEBSITE_AUTH_ENABLED", "False")));
        Should.Throw<InvalidOperationException>(() => Settings(("Console:EntraId", "yes")));
        Settings(("Console:EntraId", "true"), ("WEBSITE_AUTH_ENABLED", "True")).TrustsAppServiceSignIn.ShouldBeTrue();
        Settings(("Console:EntraId", "false")).TrustsAppServiceSignIn.ShouldBeFalse();
        Settings().TrustsAppServiceSignIn.ShouldBeFalse();
    }

    private static Caller? Find(string principal, bool isTrusted = true, bool isFromConsole = true)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers["X-MS-CLIENT-PRINCIPAL"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(principal));
        if (isFromConsole)
            http.Request.Headers["X-Checkout-Console"] = "1";
        return new EntraSignIn(new HttpSettings(IsDevelopment: false) { TrustsAppServiceSignIn = isTrusted }).Find(http.Request);
    }

    private static HttpSettings Settings(params (string Name, string Value)[] values) =>
        HttpSettings.From(
            new ConfigurationBuilder().AddInMemoryCollection(values.Select(v => KeyValuePair.Create(v.Name, (string?)v.Value))).Build(),
            isDevelopment: false
        );
}
