using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Checkout.Http.Frame.Json;
using Checkout.Orders;
using Checkout.Plugins.Actions;
using Checkout.Pricing;
using Checkout.Shops;

namespace Checkout.Http.Plugins;

/// <summary>
/// The one body of every event; parts that an order does not have yet are left empty
/// (docs/contract/plugins.md#event-request).
/// </summary>
/// <param name="EventId">This raising of the event; the same as webhook-id.</param>
/// <param name="Sequence">Number of the change of the order that the event belongs to.</param>
/// <param name="CartParams">The parameters of the cart.</param>
/// <param name="Properties">Of app_hook: the hook and its data.</param>
internal sealed record PluginEnvelope(
    [property: WordsOf(typeof(PluginEventNames))] string Event,
    string EventId,
    long Sequence,
    EnvelopeCart Cart,
    [property: JsonConverter(typeof(SortedPhpObject))] ImmutableDictionary<string, JsonElement> CartParams,
    EnvelopeCustomer Customer,
    EnvelopeOrder Order,
    [property: JsonConverter(typeof(SortedPhpObject))] ImmutableDictionary<string, JsonElement> Properties
)
{
    /// <param name="id">Names this raising of the event.</param>
    public static PluginEnvelope Of(Order order, Shop shop, PluginEvent @event, string id)
    {
        var price = OrderPrice.Of(order);
        return new(
            @event.Name,
            id,
            order.Version + 1,
            new EnvelopeCart(
                order.LineItems.Sum(line => line.TotalWeight),
                order.LineItems.Sum(line => line.Quantity),
                order.RequiresShipping,
                order.CartId ?? "",
                order.CartId ?? "",
                order.PublicOrderId,
                order.MetaData.NoteAttributes,
                CartLine.Of(order, shop, CartLine.Uncounted),
                price.Subtotal
            ),
            order.MetaData.CartParameters,
            EnvelopeCustomer.Of(order),
            new EnvelopeOrder(
                order.PublicOrderId,
                order.OrderId,
                order.PlatformOrderId,
                order.ShopIdentifier,
                price.Total,
                price.Balance,
                order.Currency.Code,
                order.Currency.Rate,
                order.IsFinal,
                order.CreatedVia,
                order.FlowId,
                order.Shipping.Selected is { } line ? new WireShippingLine(line.Id, line.Description, line.Amount, line.Code) : null,
                [.. price.Discounts.Select(d => new WireDiscount(d.Code, d.Text, d.Value, d.Source))],
                [.. price.Fees.Select(f => new WireFee(f.Fee.Id, f.Fee.LineText, f.Amount, f.Fee.Taxable))],
                [.. price.Taxes.Select(t => new WireTax(t.Name, t.Value, t.IsIncluded))],
                order.MetaData.Notes,
                order.MetaData.Tags
            ),
            @event.Properties
        );
    }
}

internal sealed record EnvelopeCart(
    long TotalWeight,
    int ItemCount,
    bool RequiresShipping,
    string BoldCartId,
    string CartToken,
    string PublicToken,
    [property: JsonConverter(typeof(SortedPhpObject))] ImmutableDictionary<string, JsonElement> Attributes,
    ImmutableArray<CartLine> LineItems,
    long Subtotal
);

internal sealed record EnvelopeCustomer(EnvelopeCustomerInfo CoreInfo, PluginAddress Shipping, PluginAddress Billing)
{
    public static EnvelopeCustomer Of(Order order) =>
        new(
            new EnvelopeCustomerInfo(
                order.Customer?.FirstName ?? "",
                order.Customer?.LastName ?? "",
                "",
                order.Customer?.PublicId ?? "",
                order.Customer?.PlatformId ?? "",
                order.Customer?.EmailAddress ?? "",
                order.BillingAddress is null || order.BillingAddress == order.ShippingAddress ? BillingTypes.Same : BillingTypes.Different,
                order.Customer?.AcceptsMarketing ?? false
            ),
            PluginAddress.Of(order.ShippingAddress),
            PluginAddress.Of(order.BillingAddress)
        );
}

internal sealed record EnvelopeCustomerInfo(
    string FirstName,
    string LastName,
    string Tags,
    string PublicId,
    string CustomerId,
    string Email,
    [property: WordsOf(typeof(BillingTypes))] string BillingType,
    bool AcceptsMarketing
);

internal static class BillingTypes
{
    public const string Same = "same";
    public const string Different = "different";
}

/// <param name="OrderTotal">Minor units, as every amount here.</param>
/// <param name="OrderBalance">What is still to be paid.</param>
/// <param name="ExchangeRate">What one unit of the shop's currency is worth in the order's.</param>
internal sealed record EnvelopeOrder(
    string PublicOrderId,
    long OrderId,
    string? PlatformOrderId,
    string ShopIdentifier,
    long OrderTotal,
    long OrderBalance,
    string Currency,
    decimal ExchangeRate,
    bool IsProcessed,
    string CreatedVia,
    string? FlowId,
    WireShippingLine? SelectedShipping,
    ImmutableArray<WireDiscount> Discounts,
    ImmutableArray<WireFee> Fees,
    ImmutableArray<WireTax> Taxes,
    string Notes,
    ImmutableArray<string> Tags
);

internal sealed record WireShippingLine(string Id, string Description, long Amount, string Code);

internal sealed record WireDiscount(string Code, string Text, long Value, string Source);

internal sealed record WireFee(string Id, string LineText, long Value, bool Taxable);

internal sealed record WireTax(string Name, long Value, bool IsIncluded);

/// <summary>The JSON that plugins and overrides are sent.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(PluginEnvelope))]
internal sealed partial class PluginWireJson : JsonSerializerContext;
