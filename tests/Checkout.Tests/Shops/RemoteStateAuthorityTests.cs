using System.Text;
using Checkout.Shops;
using Checkout.Tests.Orders;
using Shouldly;
using Xunit;

namespace Checkout.Tests.Shops;

/// <summary>The authority in the shop document (docs/contract/platforms.md#remote-state-authority).</summary>
public sealed class RemoteStateAuthorityTests
{
    private static readonly Shop Shop = AnOrder.Shop() with
    {
        RemoteStateAuthority = new RemoteStateAuthority("https://store.example.com/rest/V1", "bearer")
        {
            Protocol = AuthorityProtocol.MagentoCart,
            Oauth = new OAuthCredentials("ck", "cs", "at", "ats"),
        },
    };

    [Theory]
    [InlineData("notices", AuthorityProtocol.Notices)]
    [InlineData("events", AuthorityProtocol.Events)]
    [InlineData("magento_cart", AuthorityProtocol.MagentoCart)]
    public void Protocol_InTheDocument_IsAWord(string word, AuthorityProtocol protocol)
    {
        var shop = Shop with { RemoteStateAuthority = Shop.RemoteStateAuthority! with { Protocol = protocol } };

        var written = ShopDocument.Write(shop);

        Encoding.UTF8.GetString(written.Span).ShouldContain($"\"protocol\":\"{word}\"");
        ShopDocument.Parse(written.Span).Value.RemoteStateAuthority.ShouldBe(shop.RemoteStateAuthority);
    }

    [Fact]
    public void Secrets_OfTheIntegration_DoNotLeaveTheDocumentAndComeBackAsTheyAre()
    {
        var shown = Shop.Hidden();

        shown.RemoteStateAuthority!.Oauth.ShouldBe(new OAuthCredentials("ck", ShopSecrets.Mask, "at", ShopSecrets.Mask));
        shown.Restored(Shop).Value.RemoteStateAuthority.ShouldBe(Shop.RemoteStateAuthority);
    }
}
