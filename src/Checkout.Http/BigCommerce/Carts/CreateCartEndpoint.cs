using Checkout.Changing.GiftCertificates;
using Checkout.Http.Frame;
using Checkout.Http.Frame.SignIn;
using Checkout.Journeys.Beginning;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Http.BigCommerce.Carts;

/// <summary>
/// Begins an order with a visitor's items, and gives their browser the cookie that signs in to it (docs/contract/bigcommerce.md#carts).
/// Two storage transactions: the order and its lookup row.
/// </summary>
public sealed class CreateCartEndpoint(BeginOrder begin, AddOrder add, JwtIssuer jwts, TimeProvider time, IIdSource ids) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var read = (await call.Read<CartRequest>()).Then(body =>
            AddCartItemsEndpoint.Check(new LineItemsRequest(body.LineItems, body.GiftCertificates)).Map(items => (body, items))
        );
        if (!read.Succeeded)
            return read.Problems;
        var (body, items) = read.Value;
        if (body.Currency?.Code is { Length: > 0 } code && !string.Equals(code, call.Shop.Currency, StringComparison.OrdinalIgnoreCase))
            return CartCurrency.NotTaken(call.Shop);
        var occasion = new Occasion(time.GetUtcNow(), call.Actor);
        var decided = await begin.Begin(
            call.Shop,
            new NewOrder { CartItems = [.. AddCartItemsEndpoint.ItemsOf(items)] },
            ids.PublicId(),
            ids.OrderId(),
            call.Actor,
            call.Cancellation
        );
        foreach (var certificate in items.GiftCertificates ?? [])
            decided = decided.Then(next =>
                certificate.Check(next).Then(asked => GiftCertificate.Add(next, call.Shop, asked, occasion, ids))
            );
        if (!decided.Succeeded)
            return decided.Problems;

        var added = await add.Run(decided.Value, call.Shop, call.Actor, call.Cancellation);
        SessionCookie.Set(call.Http, await jwts.Issue(added.ShopIdentifier, added.PublicOrderId, call.Cancellation));
        return Reply.Of(Checkouts.CartOf(call, added));
    }
}

/// <param name="Currency">Of the shop; another is refused.</param>
public sealed record CartRequest(
    System.Collections.Immutable.ImmutableArray<LineItemRequest>? LineItems,
    System.Collections.Immutable.ImmutableArray<CertificateRequest>? GiftCertificates,
    CartCurrencyName? Currency
);

public sealed record CartCurrencyName(string? Code);

internal static class CartCurrency
{
    public static Problem NotTaken(Shop shop) => Problem.Invalid("currency", $"Carts of this shop are in {shop.Currency}.", "not_allowed");
}
