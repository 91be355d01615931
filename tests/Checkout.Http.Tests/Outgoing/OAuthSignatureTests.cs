using Checkout.Http.Outgoing;
using Shouldly;
using Xunit;

namespace Checkout.Http.Tests.Outgoing;

/// <summary>What Magento verifies (RFC 5849); the signature is that of another implementation.</summary>
public sealed class OAuthSignatureTests
{
    [Fact]
    public void Header_OfARequest_SignsMethodUrlAndParameters()
    {
        var header = new OAuthSignature("dpf43f3p2l4k3l03", "kd94hf93k423kf44", "nnch734d00sl2jdk", "pfkkdhi9sl3r4s00").Header(
            HttpMethod.Post,
            new Uri("https://store.example.com/rest/V1/shops/s1/cart/41/addresses"),
            "kllo9940pd9333jh",
            DateTimeOffset.FromUnixTimeSeconds(1191242096)
        );

        header.ShouldBe(
            "OAuth oauth_consumer_key=\"dpf43f3p2l4k3l03\", oauth_nonce=\"kllo9940pd9333jh\", "
                + "oauth_signature=\"CApxKtFftLnJJ9bAo7lrcPDcv%2BRXSvAG1qtTQ3pm03M%3D\", oauth_signature_method=\"HMAC-SHA256\", "
                + "oauth_timestamp=\"1191242096\", oauth_token=\"nnch734d00sl2jdk\", oauth_version=\"1.0\""
        );
    }
}
