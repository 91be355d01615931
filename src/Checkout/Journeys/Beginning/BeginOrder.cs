using System.Collections.Immutable;
using Checkout.Orders;
using Checkout.Plugins.Overrides;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Journeys.Beginning;

/// <summary>Begins an order: the state that Initialize Order and Create Order start from.</summary>
public sealed class BeginOrder(CartItems items, ICustomerStore customers, IPlatformConnector platform, IIdSource ids, TimeProvider time)
{
    /// <summary>
    /// Refused: flow_id longer than 255 or reserved, api_session_id longer than 255, bad cart items, more than an order
    /// may hold. Nothing is written.
    /// </summary>
    /// <param name="recalled">Of the request's customer, where the caller asked already; null asks.</param>
    public async Task<Result<Order>> Begin(
        Shop shop,
        NewOrder request,
        string publicOrderId,
        long orderId,
        string actor,
        CancellationToken cancellation,
        RecalledCustomer? recalled = null
    )
    {
        if (request.FlowId is { Length: > 255 })
            return Problem.Invalid("flow_id", "flow_id has at most 255 characters.");
        if (request.FlowId == "unassigned")
            return Problem.Invalid("flow_id", "flow_id 'unassigned' is reserved.");
        if (request.ApiSessionId is { Length: > 255 })
            return Problem.Invalid("api_session_id", "api_session_id has at most 255 characters.");
        var currency = request.Currency ?? new OrderCurrency(shop.Currency, Format: shop.CurrencyFormat);
        var lines = await Lines(shop, request, currency, cancellation);
        if (!lines.Succeeded)
            return lines.Cast<Order>();

        var occasion = new Occasion(time.GetUtcNow(), actor);
        var begun = new Order
        {
            PublicOrderId = publicOrderId,
            ShopIdentifier = shop.Identifier,
            OrderId = orderId,
            Currency = currency,
            CreatedAt = occasion.At,
            UpdatedAt = occasion.At,
            LineItems = lines.Value,
            Customer = recalled?.Customer ?? (request.Customer is { } customer ? await Known(shop, customer, cancellation) : null),
            MetaData = request.MetaData,
            CartId = request.CartId,
            Plugins = new PluginState { Overrides = FixOverrides.Of(shop) },
            LinkToCart = shop.Checkout.LinkToCart,
            ResumableLink =
                Said(request.ResumableLink)
                ?? shop.Checkout.ResumableLink?.Replace("{public_order_id}", publicOrderId, StringComparison.Ordinal),
            FlowId = Said(request.FlowId) ?? "unassigned",
            ApiSessionId = Said(request.ApiSessionId) ?? ids.Ulid(),
        }.Record("order.initialized", occasion);
        begun = FixOverrides.WithAuthority(begun, shop);
        return OrderSize.Refuses(null, begun) is { } tooLarge ? tooLarge : begun;
    }

    /// <summary>An empty text is as good as none.</summary>
    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    /// <summary>The items named are added to those of the cart (docs/contract/backend.md#initialize-order).</summary>
    private async Task<Result<ImmutableArray<LineItem>>> Lines(
        Shop shop,
        NewOrder request,
        OrderCurrency currency,
        CancellationToken cancellation
    )
    {
        var loaded = ImmutableArray<LineItem>.Empty;
        if (request.CartId is { Length: > 0 } cartId)
        {
            var cart = await platform.LoadCart(shop, cartId, request.CartAccessToken, cancellation);
            if (!cart.Succeeded)
                return cart.Cast<ImmutableArray<LineItem>>();
            var lines = await items.ToLines(shop.Identifier, currency, cart.Value, [], cancellation);
            if (!lines.Succeeded)
                return lines
                    .Problems.Select(p => p with { Field = "cart_id", Message = $"The cart cannot be taken: {p.Message}" })
                    .ToImmutableArray();
            loaded = lines.Value;
        }

        var added = await items.ToLines(shop.Identifier, currency, request.CartItems, loaded, cancellation);
        return added.Map(loaded.AddRange);
    }

    /// <summary>Fills in what the shop keeps of a returning customer; a guest gets a public id of their own.</summary>
    public async Task<Customer> Known(Shop shop, Customer customer, CancellationToken cancellation) =>
        (await Recall(shop, customer, cancellation)).Customer;

    /// <summary>As <see cref="Known"/>, with the record itself: null for a guest and for a customer new to the shop.</summary>
    public async Task<RecalledCustomer> Recall(Shop shop, Customer customer, CancellationToken cancellation)
    {
        var platformId = customer.KnownPlatformId;
        var record =
            customer.PublicId is { Length: > 0 } publicId ? await customers.Find(shop.Identifier, publicId, cancellation)
            : platformId is not null ? await customers.FindByPlatformId(shop.Identifier, platformId, cancellation)
            : null;
        var recalled = customer with
        {
            PlatformId = platformId ?? record?.PlatformId ?? customer.PlatformId,
            PublicId = record?.PublicId ?? (customer.PublicId is { Length: > 0 } given ? given : ids.PublicId()),
            IsAuthenticated = platformId is not null || customer.PublicId is { Length: > 0 },
            SavedAddresses = customer.SavedAddresses.IsEmpty ? record?.SavedAddresses ?? [] : customer.SavedAddresses,
        };
        return new RecalledCustomer(recalled, record);
    }
}
