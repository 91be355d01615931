using Checkout.Changing.Cart;
using Checkout.Changing.GiftCertificates;
using Checkout.Http.Frame;
using Checkout.Journeys.Beginning;
using Checkout.Money;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Http.BigCommerce;

/// <summary>
/// Changes a line: another quantity or variant of a product, another text or amount of a gift certificate. The page's sample
/// brings both parts; the one that fits the line counts.
/// </summary>
public sealed class UpdateCartItemEndpoint(Checkouts checkouts, CartItems cart) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var read = await call.Read<CartUpdateRequest>();
        if (!read.Succeeded)
            return read.Problems;
        var changed = await checkouts.Change(
            call,
            PluginEventNames.LineItemsChanged,
            async (order, shop, occasion, cancellation) =>
            {
                if (order.ClosedBecause is { } closed)
                    return closed;
                if (!NamedItem.Find(call, order, out var line))
                    return NamedItem.NoSuchItem();
                if (line.IsGiftCard)
                    return read.Value.GiftCertificate is { } body
                        ? body.Check(order).Then(certificate => GiftCertificate.Update(order, shop, line, certificate, occasion))
                        : Problem.Invalid("giftCertificate", "giftCertificate is required for a gift certificate.", "required");
                return read.Value.LineItem is { } item
                    ? await Update(order, shop, line, item, occasion, cancellation)
                    : Problem.Invalid("lineItem", "lineItem is required for a product.", "required");
            }
        );
        return await checkouts.Answer(call, changed);
    }

    private async Task<Result<Order>> Update(
        Order order,
        Shop shop,
        LineItem line,
        LineItemRequest item,
        Occasion occasion,
        CancellationToken cancellation
    )
    {
        var quantity = item.Quantity ?? line.Quantity;
        var isSameVariant =
            item.VariantId is not { } variant
            || NumericId.Means(variant, line.PlatformId ?? "")
            || NumericId.Means(variant, line.VariantId);
        if (item.ListPrice is { } price && price != Currency.Of(order.Currency.Code).ToDecimal(line.CompareAtPrice ?? line.Price))
            return Problem.Invalid("listPrice", "listPrice is the shop's to set.", "not_allowed");
        if (isSameVariant && item.ProductId is { } product && !NumericId.Means(product, line.ProductId))
            return Problem.Invalid("productId", "The item is not of this product: name a variantId of it.", "product_not_found");
        if (isSameVariant)
            return ChangeLineItem.Update(order, shop, line.Key, quantity, occasion);

        var asked = new CartItem
        {
            PlatformId = item.VariantId,
            Quantity = quantity,
            LineItemKey = line.Key,
            Properties = line.Properties,
        };
        var made = await cart.ToLines(shop.Identifier, order.Currency, [asked], [], cancellation);
        return made.Then(lines =>
            item.ProductId is { } its && !NumericId.Means(its, lines[0].ProductId)
                ? Problem.Invalid("productId", "The variant is not of this product.", "product_not_found")
                : ChangeLineItem.Replace(order, shop, line, lines[0], occasion)
        );
    }
}
