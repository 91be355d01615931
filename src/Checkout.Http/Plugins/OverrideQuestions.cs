using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Checkout.Addresses;
using Checkout.Changing.Taxes;
using Checkout.Http.Frame.Json;
using Checkout.Orders;
using Checkout.Plugins.Actions;
using Checkout.Plugins.Overrides;
using Checkout.Shops;

namespace Checkout.Http.Plugins;

/// <summary>What overrides are asked, in JSON (docs/contract/overrides.md).</summary>
public sealed class OverrideQuestions : IOverrideQuestions
{
    public OverrideQuestion<IReadOnlyList<Problem>> AddressValidate(Address address) =>
        Question(PluginAddress.Of(address), OverrideJson.Default.PluginAddress, AddressOverrideAnswer.Read);

    public OverrideQuestion<FoundDiscount> Discount(
        Order order,
        Shop shop,
        ImmutableDictionary<string, long> onHand,
        string code,
        bool finalize
    ) =>
        Question(
            new DiscountRequest(
                code.Trim(),
                shop.Domain,
                shop.Platform,
                order.Customer?.EmailAddress ?? "",
                order.OrderId,
                finalize,
                order.ShippingAddress?.CountryCode ?? "",
                [.. order.LineItems.Select(line => CartLine.Number(line.PlatformId ?? line.VariantId))],
                CartLine.Of(order, shop, onHand)
            ),
            OverrideJson.Default.DiscountRequest,
            DiscountOverrideAnswer.Read
        );

    public OverrideQuestion<InventoryAnswer> Inventory(Order order, string stage) =>
        Question(
            new InventoryRequest(
                stage,
                [
                    .. order.LineItems.Select(line => new InventoryItem(
                        line.Sku,
                        line.Quantity,
                        CartLine.LineNumber(line),
                        line.PlatformId ?? line.VariantId,
                        line.Properties
                    )),
                ],
                order.PublicOrderId,
                order.ShippingAddress is { } address ? OverrideAddress.Of(address) : null,
                order.MetaData.NoteAttributes,
                order.MetaData.CartParameters
            ),
            OverrideJson.Default.InventoryRequest,
            answer => InventoryOverrideAnswer.Read(answer, order)
        );

    public OverrideQuestion<IReadOnlyList<ShippingLine>> Shipping(
        Order order,
        Shop shop,
        ImmutableDictionary<string, long> onHand,
        Address destination
    ) =>
        Question(
            new ShippingRequest(
                CartLine.Of(order, shop, onHand),
                OverrideAddress.Of(shop.Address),
                OverrideAddress.Of(destination) with
                {
                    FirstName = null,
                    LastName = null,
                    Company = null,
                    Phone = null,
                },
                order.MetaData.NoteAttributes,
                order.MetaData.CartParameters
            ),
            OverrideJson.Default.ShippingRequest,
            answer => ShippingOverrideAnswer.Read(answer, order)
        );

    public OverrideQuestion<TaxRates> Tax(Order order, Shop shop, ImmutableDictionary<string, long> onHand, Address destination) =>
        Question(
            new TaxRequest(
                [new StoreAddress(shop.Address.ProvinceCode, shop.Address.CountryCode, shop.Address.PostalCode)],
                new TaxAddress(
                    destination.AddressLine1,
                    destination.City,
                    destination.ProvinceCode,
                    destination.CountryCode,
                    destination.PostalCode
                ),
                1,
                1,
                OverrideAddress.Of(shop.Address) with
                {
                    Address = shop.Address.Line1,
                },
                new TaxShippingLines(
                    order.Shipping.Selected is { } selected ? Wire(selected) : null,
                    [.. order.Shipping.Available.Select(Wire)]
                ),
                CartLine.Of(order, shop, onHand),
                order.MetaData.NoteAttributes,
                order.MetaData.CartParameters
            ),
            OverrideJson.Default.TaxRequest,
            TaxOverrideAnswer.Read
        );

    private static WireShippingLine Wire(ShippingLine line) => new(line.Id, line.Description, line.Amount, line.Code);

    private static OverrideQuestion<TAnswer> Question<TBody, TAnswer>(
        TBody body,
        JsonTypeInfo<TBody> json,
        Func<JsonElement, TAnswer?> read
    )
        where TAnswer : class => new(JsonSerializer.SerializeToUtf8Bytes(body, json), reply => LooseJson.Read(reply, read));
}
