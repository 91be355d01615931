using System.Text.Json.Serialization;
using Checkout.Customers;
using Checkout.Discounts;
using Checkout.Http.Json;
using Checkout.Http.Payments;
using Checkout.Payments;
using Checkout.Plugins;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.BigCommerce;

/// <summary>Enters a discount code.</summary>
public sealed class ApplyCouponEndpoint(Checkouts checkouts, EnterDiscountCode codes) : ISlice
{
    public async Task<IResult> Handle(Call call)
    {
        var read = (await call.Read<CouponCodeRequest>()).Then(body => new Fields().Required("couponCode", body.CouponCode).Then(() => body.CouponCode!));
        if (!read.Succeeded)
            return Answers.Refused(call.Endpoint, read.Problems);
        var changed = await checkouts.Change(
            call,
            PluginEventNames.DiscountCodeChanged,
            (order, shop, occasion, cancellation) => codes.Add(order, shop, read.Value, occasion, cancellation));
        return await checkouts.Answer(call, changed);
    }
}

public sealed class RemoveCouponEndpoint(Checkouts checkouts) : ISlice
{
    public async Task<IResult> Handle(Call call)
    {
        var code = call.Route(BigCommerceRoutes.CouponCode);
        var changed = await checkouts.Change(call, PluginEventNames.DiscountCodeChanged, (order, _, occasion) =>
            order.ClosedBecause is null && !order.Discounts.Any(d => string.Equals(d.Code, code, StringComparison.OrdinalIgnoreCase))
                ? Problem.NotFound("The checkout has no such coupon.") with { Type = "discounts", Field = "couponCode" }
                : RemoveDiscountCode.Decide(order, code, occasion));
        return await checkouts.Answer(call, changed);
    }
}

/// <summary>Pays with a gift certificate as far as it goes: a payment with the shop's gift card gateway. Its money is taken when the order is placed.</summary>
public sealed class ApplyGiftCertificateEndpoint(Checkouts checkouts, FindTender tenders, IIdSource ids) : ISlice
{
    public async Task<IResult> Handle(Call call)
    {
        var read = (await call.Read<GiftCertificateRequest>())
            .Then(body => new Fields().Required("giftCertificateCode", body.GiftCertificateCode).Then(() => body.GiftCertificateCode!.Trim()));
        if (!read.Succeeded)
            return Answers.Refused(call.Endpoint, read.Problems);
        if (call.Shop.Gateways.FirstOrDefault(g => g.Driver == PaymentTypes.GiftCard) is not { } gateway)
            return Answers.Refused(call.Endpoint, [Problem.Invalid("giftCertificateCode", "The shop takes no gift certificates.", "payment_type_not_supported")]);
        var offered = new OfferedPayment(gateway.PublicId, read.Value);
        KnownTender? tender = null;
        var changed = await checkouts.Change(call, PluginEventNames.PaymentAdded, async (order, shop, occasion, cancellation) =>
        {
            if (order.ClosedBecause is { } closed)
                return closed;
            tender ??= await tenders.For(order, shop, offered, cancellation);
            return AddPayment.Decide(order, shop, offered, tender, occasion, ids);
        });
        return await checkouts.Answer(call, changed);
    }
}

public sealed class RemoveGiftCertificateEndpoint(Checkouts checkouts, RemovePayment remove) : ISlice
{
    public async Task<IResult> Handle(Call call)
    {
        var removed = await remove.Run(call, call.Route(BigCommerceRoutes.GiftCertificateCode), PaymentTypes.GiftCard);
        return removed.Succeeded || removed.Problems[0].Kind is not ProblemKind.Invalid || removed.Problems[0].Field is not ("token" or "id")
            ? await checkouts.Answer(call, removed)
            : Answers.Refused(call.Endpoint, [Problem.NotFound("The checkout has no such gift certificate.") with { Type = "validation", Field = "giftCertificateCode" }]);
    }
}

public sealed record CouponCodeRequest([property: JsonConverter(typeof(TextOrNumberConverter))] string? CouponCode);

public sealed record GiftCertificateRequest([property: JsonConverter(typeof(TextOrNumberConverter))] string? GiftCertificateCode);
