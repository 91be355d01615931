using System.Text.Json;
using Checkout.Addresses;
using Checkout.Orders;

namespace Checkout.Plugins;

/// <summary>How much text and how many things plugins may hang on an order, so that it always fits the store.</summary>
internal static class SizeLimits
{
    private const int Things = 250;
    private const int Characters = 150_000;

    public static Problem Exceeded => Problem.Order("order", "The order would hold more than an order may.", "size_limit");

    public static bool Hold(Order order) =>
        order.LineItems.Length <= Things && order.Fees.Length <= Things && order.Discounts.Length <= Things
        && order.Plugins.ShippingAdjustments.Length <= Things && order.Plugins.PriceAdjustments.Length <= Things
        && order.MetaData.Tags.Length <= Things && TextOf(order) <= Characters;

    private static long TextOf(Order order)
    {
        long length = order.MetaData.Notes.Length + order.CreatedVia.Length + order.MetaData.Tags.Sum(tag => tag.Length);
        length += Of(order.MetaData.CartParameters) + Of(order.MetaData.NoteAttributes);
        length += order.LineItems.Sum(line => line.Key.Length + Of(line.Properties) + (line.ShippingAddress is { } address ? Of(address) : 0));
        length += order.Fees.Sum(fee => fee.Id.Length + fee.LineText.Length);
        length += order.Discounts.Sum(d => d.Text.Length + (d.PlatformDisplayText?.Length ?? 0) + d.LineItemKeys.Sum(key => key.Length));
        length += order.Plugins.ShippingAdjustments.Sum(a => a.LineText?.Length ?? 0) + order.Plugins.DisallowedLineItemProperties.Sum(p => p.Length);
        length += order.Plugins.GatewayPriorities.Sum(g => g.PublicId.Length) + order.Plugins.Overrides.Values.Sum(o => o.Url.Length);
        length += order.Shipping.Available.Sum(l => l.Description.Length + l.Code.Length) + (order.Plugins.Bopis?.HiddenSections.Keys.Sum(k => k.Length) ?? 0);
        length += (order.ShippingAddress is { } shipping ? Of(shipping) : 0) + (order.BillingAddress is { } billing ? Of(billing) : 0);
        return length + (order.Currency.Format?.Length ?? 0) + (order.DisplayCurrency?.Format?.Length ?? 0);
    }

    private static long Of(IEnumerable<KeyValuePair<string, JsonElement>> properties) =>
        properties.Sum(p => p.Key.Length + (long)p.Value.GetRawText().Length);

    private static long Of(Address a) =>
        a.FirstName.Length + a.LastName.Length + a.AddressLine1.Length + a.AddressLine2.Length + a.City.Length + a.Province.Length
        + a.ProvinceCode.Length + a.Country.Length + a.PostalCode.Length + a.BusinessName.Length + a.PhoneNumber.Length;
}
