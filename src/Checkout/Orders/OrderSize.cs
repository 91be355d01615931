using System.Runtime.InteropServices;
using System.Text.Json;
using Checkout.Addresses;

namespace Checkout.Orders;

/// <summary>
/// How much an order may hold of what its clients wrote, so that its document always fits the store: that takes 960 KiB,
/// and structure compresses well where free text may not.
/// </summary>
public static class OrderSize
{
    public const int MostLines = 500;

    /// <summary>Characters, or bytes of free-form JSON.</summary>
    public const long MostText = 300_000;

    public static Problem Exceeded => Problem.Order("order", "The order would hold more than an order may.", "size_limit");

    /// <summary>Null when the order may grow from one to the other; one that is too large already may still shrink.</summary>
    public static Problem? Refuses(Order? before, Order after) =>
        TextOf(after) is > MostText and var text && (before is null || text > TextOf(before)) ? Exceeded : null;

    internal static long TextOf(Order order)
    {
        long length = order.MetaData.Notes.Length + order.CreatedVia.Length + order.MetaData.Tags.Sum(tag => tag.Length);
        length += Of(order.MetaData.CartParameters) + Of(order.MetaData.NoteAttributes);
        length += order.LineItems.Sum(line =>
            line.Key.Length
            + Of(line.Properties)
            + (line.ShippingAddress is { } address ? Of(address) : 0)
            + (line.Divided ?? []).Sum(part => Of(part.Address))
        );
        length += order.Fees.Sum(fee => fee.Id.Length + fee.LineText.Length);
        length += order.Discounts.Sum(d => d.Text.Length + (d.PlatformDisplayText?.Length ?? 0) + d.LineItemKeys.Sum(key => key.Length));
        length += Of(order.Shipping) + (order.Shipping.Destinations?.Values.Sum(Of) ?? 0);
        length += Of(order.Plugins) + OfAddresses(order);
        length += order.Payments.Sum(Of);
        length += order.Notes.Sum(note => note.Text.Length);
        length += order.Shipments.Sum(s => s.Tracking.Carrier.Length + s.Tracking.Number.Length + s.Tracking.Url.Length);
        return length + (order.Currency.Format?.Length ?? 0) + (order.DisplayCurrency?.Format?.Length ?? 0);
    }

    private static long Of(OrderShipping shipping) => shipping.Available.Sum(l => l.Description.Length + l.Code.Length);

    private static long Of(PluginState plugins) =>
        plugins.ShippingAdjustments.Sum(a => a.LineText?.Length ?? 0)
        + plugins.DisallowedLineItemProperties.Sum(p => p.Length)
        + plugins.GatewayPriorities.Sum(g => g.PublicId.Length)
        + plugins.Overrides.Values.Sum(o => o.Url.Length)
        + (plugins.AuthorityCartId?.Length ?? 0)
        + (plugins.Bopis?.HiddenSections.Keys.Sum(k => k.Length) ?? 0);

    private static long OfAddresses(Order order) =>
        (order.ShippingAddress is { } shipping ? Of(shipping) : 0)
        + (order.BillingAddress is { } billing ? Of(billing) : 0)
        + order.FurtherShippingAddresses.Sum(Of)
        + (order.Customer?.SavedAddresses.Sum(Of) ?? 0);

    private static long Of(Payment payment) =>
        payment.Token.Length + payment.DisplayString.Length + Of(payment.CustomAttributes) + Of(payment.ExtraPaymentData);

    private static long Of(IEnumerable<KeyValuePair<string, JsonElement>> properties) =>
        properties.Sum(p => p.Key.Length + (long)JsonMarshal.GetRawUtf8Value(p.Value).Length);

    private static long Of(Address a) =>
        a.FirstName.Length
        + a.LastName.Length
        + a.AddressLine1.Length
        + a.AddressLine2.Length
        + a.City.Length
        + a.Province.Length
        + a.ProvinceCode.Length
        + a.Country.Length
        + a.PostalCode.Length
        + a.BusinessName.Length
        + a.PhoneNumber.Length
        + a.CustomFields.Sum(field => field.Id.Length + JsonMarshal.GetRawUtf8Value(field.Value).Length);
}
