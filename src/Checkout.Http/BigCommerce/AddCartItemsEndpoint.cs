using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Checkout.Changing.Cart;
using Checkout.Changing.GiftCertificates;
using Checkout.Http.Frame;
using Checkout.Http.Frame.Json;
using Checkout.Journeys.Beginning;
using Checkout.Money;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Http.BigCommerce;

/// <summary>
/// Puts products and gift certificates into the cart: the page has the request (LineItemsRequest) and today's API the path.
/// </summary>
public sealed class AddCartItemsEndpoint(Checkouts checkouts, CartItems cart, IIdSource ids) : ISlice
{
    private const int Most = 100;

    public async Task<Reply> Handle(Call call)
    {
        var read = (await call.Read<LineItemsRequest>()).Then(Check);
        if (!read.Succeeded)
            return read.Problems;
        var changed = await checkouts.Change(
            call,
            PluginEventNames.LineItemsChanged,
            async (order, shop, occasion, cancellation) =>
            {
                if (order.ClosedBecause is { } closed)
                    return closed;
                CartItem[] asked = [.. ItemsOf(read.Value)];
                var lines = await cart.ToLines(shop.Identifier, order.Currency, asked, order.LineItems, cancellation);
                var added = asked.Length == 0 ? order : lines.Then(made => ChangeLineItem.Add(order, shop, made, occasion));
                foreach (var body in read.Value.GiftCertificates ?? [])
                    added = added.Then(next =>
                        body.Check(next).Then(certificate => GiftCertificate.Add(next, shop, certificate, occasion, ids))
                    );
                return added;
            }
        );
        return await checkouts.Answer(call, changed);
    }

    internal static IEnumerable<CartItem> ItemsOf(LineItemsRequest body) =>
        (body.LineItems ?? []).Select(item => new CartItem
        {
            PlatformId = item.VariantId ?? item.ProductId,
            Quantity = item.Quantity ?? 1,
        });

    internal static Result<LineItemsRequest> Check(LineItemsRequest body)
    {
        var count = (body.LineItems?.Length ?? 0) + (body.GiftCertificates?.Length ?? 0);
        return new Fields()
            .Check(count is > 0 and <= Most, "lineItems", $"lineItems and giftCertificates must hold from 1 to {Most} items.", "required")
            .Check(
                body.LineItems?.All(item => (item?.VariantId ?? item?.ProductId) is { Length: > 0 }) is not false,
                "variantId",
                "lineItems need a variantId or productId.",
                "required"
            )
            .Check(
                body.GiftCertificates?.All(certificate => certificate is not null) is not false,
                "giftCertificates",
                "giftCertificates must hold objects.",
                "malformed"
            )
            .Check(
                body.LineItems?.All(item => item?.ListPrice is null) is not false,
                "listPrice",
                "listPrice is the shop's to set.",
                "not_allowed"
            )
            .Then(() => body);
    }
}

internal static class NamedItem
{
    /// <summary>The line in the path, of the cart in the path where it names one beside the checkout.</summary>
    public static bool Find(Call call, Order order, out LineItem line)
    {
        var id = call.Route(BigCommerceRoutes.ItemId);
        line = order.LineItems.FirstOrDefault(l => NumericId.Means(id, l.Id))!;
        return line is not null && call.Route(BigCommerceRoutes.CartId) is var cart && (cart.Length == 0 || cart == order.PublicOrderId);
    }

    public static Problem NoSuchItem() => Problem.NotFound("The cart has no such item.") with { Type = "validation", Field = "itemId" };
}

public sealed record CartUpdateRequest(LineItemRequest? LineItem, CertificateRequest? GiftCertificate);

public sealed record LineItemsRequest(ImmutableArray<LineItemRequest>? LineItems, ImmutableArray<CertificateRequest>? GiftCertificates);

/// <param name="VariantId">The platform's id of the variant.</param>
public sealed record LineItemRequest(
    int? Quantity,
    [property: JsonConverter(typeof(TextOrNumberConverter))] string? ProductId,
    [property: JsonConverter(typeof(TextOrNumberConverter))] string? VariantId,
    decimal? ListPrice
);

/// <param name="Amount">A decimal, for one.</param>
public sealed record CertificateRequest(
    string? Name,
    string? Theme,
    decimal? Amount,
    Contact? Sender,
    Contact? Recipient,
    string? Message,
    int? Quantity
)
{
    /// <summary>What is missing; whether the amount is one of the currency. The rest is the domain's to say.</summary>
    public Result<GiftCertificate> Check(Order order)
    {
        var amount = Amount is { } given ? Currency.Of(order.Currency.Code).ToMinorUnitsExactly(given) : null;
        return new Fields()
            .Required("theme", Theme)
            .Required("amount", Amount)
            .Check(Amount is null || amount is not null, "amount", $"amount is not an amount of {order.Currency.Code}.", "out_of_range")
            .Required("sender", Sender)
            .Required("recipient", Recipient)
            .Required("quantity", (object?)Quantity)
            .Then(() =>
                new GiftCertificate(Theme!, amount!.Value, Quantity!.Value, ContactOf(Sender!), ContactOf(Recipient!))
                {
                    Name = Name ?? "",
                    Message = Message ?? "",
                }
            );
    }

    private static CertificateContact ContactOf(Contact contact) => new(contact.Name ?? "", contact.Email ?? "");
}
