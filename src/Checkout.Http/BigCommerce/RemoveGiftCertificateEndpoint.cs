using System.Text.Json.Serialization;
using Checkout.Http.Frame;
using Checkout.Http.Frame.Json;
using Checkout.Http.Storefront.Payments;
using Checkout.Orders;

namespace Checkout.Http.BigCommerce;

public sealed class RemoveGiftCertificateEndpoint(Checkouts checkouts, RemovePayment remove) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var removed = await remove.Run(call, call.Route(BigCommerceRoutes.GiftCertificateCode), PaymentTypes.GiftCard);
        return removed.Succeeded || removed.Problems[0].Kind is not ProblemKind.NoSuchPart
            ? await checkouts.Answer(call, removed)
            : Problem.NotFound("The checkout has no such gift certificate.") with
            {
                Type = "validation",
                Field = "giftCertificateCode",
            };
    }
}

public sealed record CouponCodeRequest([property: JsonConverter(typeof(TextOrNumberConverter))] string? CouponCode);

public sealed record GiftCertificateRequest([property: JsonConverter(typeof(TextOrNumberConverter))] string? GiftCertificateCode);
