using System.Collections.Immutable;
using Checkout.Addresses;
using Checkout.Changing.Discounts;
using Checkout.Journeys.Beginning;
using Checkout.Orders;
using Checkout.Plugins.Overrides;
using Checkout.Shops;

namespace Checkout.Journeys.CreateOrder;

/// <summary>Builds the order that a Create Order call describes, with its journal; nothing is written.</summary>
public sealed class PrepareOrder(BeginOrder begin, ResolvePayments payments, CheckAddress addresses, IIdSource ids)
{
    public async Task<Result<Order>> Prepare(
        Shop shop,
        CreateOrderRequest request,
        string publicOrderId,
        long orderId,
        CancellationToken cancellation
    )
    {
        var commands = CommandList.Read(request.Commands);
        if (!commands.Succeeded)
            return commands.Cast<Order>();
        var currency = RequestedCurrency.Of(shop, request.Currency);
        if (!currency.Succeeded)
            return currency.Cast<Order>();
        var (shipping, billing) = (Resolved(request.ShippingAddress), Resolved(request.BillingAddress));
        var recalled = request.Order.Customer is { } customer ? await begin.Recall(shop, customer, cancellation) : null;
        var begun = await begin.Begin(
            shop,
            request.Order with
            {
                Currency = currency.Value,
            },
            publicOrderId,
            orderId,
            CommandRun.Actor,
            cancellation,
            recalled
        );
        if (!begun.Succeeded)
            return begun;
        ImmutableArray<Problem> misplaced =
        [
            .. await Misplaced(begun.Value, shop, shipping, AddressKind.Shipping, cancellation),
            .. await Misplaced(begun.Value, shop, billing, AddressKind.Billing, cancellation),
        ];
        if (!misplaced.IsEmpty)
            return misplaced;
        var discounts = Discounts(begun.Value, shop, request.Discounts);
        if (!discounts.Succeeded)
            return discounts.Cast<Order>();

        var order = begun.Value with
        {
            ShippingAddress = shipping,
            BillingAddress = billing,
            Discounts = discounts.Value,
            GatewayCurrency = currency.Value.Code == shop.Currency ? null : currency.Value.Code,
            Fees = request.Fees,
            SendReceipt = request.SendReceipt,
            Shipping = request.Shipping is { } line ? new OrderShipping { Available = [line], Selected = line } : new OrderShipping(),
            ShippingSupplied = request.Shipping is not null,
            Journal = new CreateOrderJournal { BodyHash = request.BodyHash, Commands = commands.Value },
        };
        var resolved = await payments.For(order, shop, recalled?.Record, request.Payments, cancellation);
        return resolved.Map(found => order with { Payments = found });
    }

    /// <summary>With code and name of country and province, as shipping and taxes are looked up by.</summary>
    private static Address? Resolved(Address? address) => address is null ? null : ResolveAddress.Of(address);

    /// <summary>Why the storefront would not take the address; empty for none.</summary>
    private async Task<ImmutableArray<Problem>> Misplaced(
        Order order,
        Shop shop,
        Address? address,
        AddressKind kind,
        CancellationToken cancellation
    ) => address is null ? [] : await addresses.Of(order, shop, address, kind, cancellation);

    private Result<ImmutableArray<OrderDiscount>> Discounts(Order order, Shop shop, ImmutableArray<RequestedDiscount> requested)
    {
        var applied = order;
        for (var i = 0; i < requested.Length; i++)
        {
            var (discount, number) = (requested[i], i);
            if (discount.Code is not { Length: > 0 } code)
            {
                if (discount.LineItemKeys.Any(key => order.Line(key) is null))
                    return Problem.Invalid(
                        "line_item_keys",
                        $"discounts[{number}].line_item_keys: the order has no such line.",
                        "line_item_not_found"
                    );
                applied = applied with { Discounts = applied.Discounts.Add(New(discount)) };
                continue;
            }

            var added = AddDiscountCode.Decide(applied, shop, code, new Occasion(order.CreatedAt, CommandRun.Actor), ids);
            if (!added.Succeeded)
                return added.Problems.Select(p => p with { Message = $"discounts[{number}]: {p.Message}" }).ToImmutableArray();
            applied = added.Value;
        }

        return applied.Discounts;
    }

    private OrderDiscount New(RequestedDiscount discount) =>
        new(
            ids.Ulid(),
            "",
            discount.Text,
            discount.LineItemKeys.IsEmpty ? DiscountTarget.Order : DiscountTarget.Lines,
            discount.Kind,
            discount.Value
        )
        {
            Source = DiscountSources.Cart,
            LineItemKeys = discount.LineItemKeys,
        };
}
