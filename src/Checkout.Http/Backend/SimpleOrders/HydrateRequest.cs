using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Checkout.Addresses;
using Checkout.Changing.Hydrating;
using Checkout.Http.Dialects.Bold;
using Checkout.Http.Frame;
using Checkout.Http.Frame.Json;
using Checkout.Journeys.Beginning;
using Checkout.Orders;

namespace Checkout.Http.Backend.SimpleOrders;

/// <summary>A cart with its totals, as connectors send it (docs/contract/backend.md#simple-orders).</summary>
public sealed record HydrateRequest
{
    /// <summary>Far above any order, far below where integers end.</summary>
    internal const long HighestAmount = 100_000_000_000;
    private const int MostAmounts = 100;

    public CustomerBody? Customer { get; init; }
    public AddressBody? BillingAddress { get; init; }
    public AddressBody? ShippingAddress { get; init; }
    public ImmutableArray<HydratedItem>? CartItems { get; init; }
    public ImmutableArray<NamedValue>? Taxes { get; init; }
    public ImmutableArray<HydratedDiscount>? Discounts { get; init; }
    public ImmutableArray<HydratedFee>? Fees { get; init; }
    public HydratedShipping? ShippingLine { get; init; }
    public HydratedTotals? Totals { get; init; }

    public static Result<HydrateRequest> Check(HydrateRequest request)
    {
        var fields = new Fields()
            .Required("totals.order_total", (object?)request.Totals?.OrderTotal)
            .Range("totals.order_total", request.Totals?.OrderTotal, 0, HighestAmount);
        CustomerBody.Check(fields, "customer.", request.Customer);
        AddressBody.Check(fields, "billing_address.", request.BillingAddress);
        AddressBody.Check(fields, "shipping_address.", request.ShippingAddress);
        var items = Of(request.CartItems);
        fields.Check(
            items.Length is > 0 and <= OrderSize.MostLines,
            "cart_items",
            $"cart_items must have 1 to {OrderSize.MostLines} items."
        );
        for (var i = 0; i < items.Length; i++)
            HydratedItem.Check(fields.Required($"cart_items[{i}]", (object?)items[i]), $"cart_items[{i}].", items[i]);
        CheckAll(fields, "taxes", [.. Of(request.Taxes).Select(tax => (tax?.Name, tax?.Value))]);
        CheckAll(fields, "discounts", [.. Of(request.Discounts).Select(discount => (discount?.LineText, discount?.Value))]);
        CheckAll(fields, "fees", [.. Of(request.Fees).Select(fee => (fee?.Description, fee?.Value))]);
        fields
            .Text("shipping_line.rate_name", request.ShippingLine?.RateName)
            .Range("shipping_line.cost", request.ShippingLine?.Cost, 0, HighestAmount);
        return fields.Then(() => request);
    }

    public HydratedOrder ToOrder(IIdSource ids) =>
        new()
        {
            Customer = Customer?.ToCustomerOrNone(),
            BillingAddress = Resolved(BillingAddress),
            ShippingAddress = Resolved(ShippingAddress),
            Lines = [.. Of(CartItems).Select(item => item.ToLine(ids.Ulid()))],
            Fees = [.. Of(Fees).Select(fee => new NamedAmount(fee.Description ?? "", fee.Value ?? 0))],
            Discounts = [.. Of(Discounts).Select(discount => new NamedAmount(discount.LineText ?? "", discount.Value ?? 0))],
            Taxes = [.. Of(Taxes).Select(tax => new NamedAmount(tax.Name ?? "", tax.Value ?? 0))],
            Shipping = ShippingLine is { Cost: { } cost } line ? new NamedAmount(line.RateName ?? "", cost) : null,
            Total = Totals!.OrderTotal!.Value,
        };

    // The platform has checked them, and knows its shoppers' countries; names and codes that it left out are filled in.
    private static Address? Resolved(AddressBody? body) =>
        body?.ToAddressOrNone() is { } address ? ResolveAddress.Of(address with { Id = null }) : null;

    private static ImmutableArray<T> Of<T>(ImmutableArray<T>? list) => list is { IsDefault: false } given ? given : [];

    private static void CheckAll(Fields fields, string list, ImmutableArray<(string? Name, long? Value)> amounts)
    {
        fields.Check(amounts.Length <= MostAmounts, list, $"{list} has more than {MostAmounts} entries.", "too_many");
        for (var i = 0; i < amounts.Length; i++)
            fields
                .Text($"{list}[{i}].name", amounts[i].Name)
                .Required($"{list}[{i}].value", (object?)amounts[i].Value)
                .Range($"{list}[{i}].value", amounts[i].Value, 0, HighestAmount);
    }
}

/// <summary>A line of the platform's cart; prices in minor units, weight in grams.</summary>
public sealed record HydratedItem
{
    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? Id { get; init; }

    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? Sku { get; init; }

    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? LineItemKey { get; init; }
    public string? Title { get; init; }
    public string? ProductTitle { get; init; }
    public string? Image { get; init; }
    public string? Vendor { get; init; }
    public int? Quantity { get; init; }
    public long? Price { get; init; }

    /// <summary>By how much the price is below what the unit usually costs.</summary>
    public long? Discount { get; init; }
    public long? Weight { get; init; }
    public bool? Taxable { get; init; }
    public bool? RequiresShipping { get; init; }

    internal static void Check(Fields fields, string path, HydratedItem? item)
    {
        if (item is null)
            return;
        fields
            .Required(path + "line_item_key", item.LineItemKey)
            .Required(path + "quantity", (object?)item.Quantity)
            .Range(path + "quantity", item.Quantity, 1, CartItems.MaxQuantity)
            .Required(path + "price", (object?)item.Price)
            .Range(path + "price", item.Price, 0, HydrateRequest.HighestAmount)
            .Range(path + "discount", item.Discount, 0, HydrateRequest.HighestAmount)
            .Range(path + "weight", item.Weight, 0, HydrateRequest.HighestAmount)
            .Text(path + "id", item.Id)
            .Text(path + "sku", item.Sku)
            .Text(path + "title", item.Title, 1000)
            .Text(path + "product_title", item.ProductTitle, 1000)
            .Text(path + "image", item.Image, 2048)
            .Text(path + "vendor", item.Vendor);
    }

    /// <summary>By which the platform knows what is sold.</summary>
    private string Product => Id ?? Sku ?? "";

    internal LineItem ToLine(string id) =>
        new()
        {
            Key = LineItemKey!,
            Id = id,
            Sku = Sku ?? "",
            PlatformId = Id,
            ProductId = Product,
            VariantId = Product,
            ProductTitle = ProductTitle ?? Title ?? "",
            Title = Title ?? ProductTitle ?? "",
            ImageUrl = Image ?? "",
            Vendor = Vendor ?? "",
            Quantity = Quantity ?? 0,
            Price = Price ?? 0,
            CompareAtPrice = Discount is > 0 and var below ? Price + below : null,
            Weight = Weight ?? 0,
            Taxable = Taxable is not false,
            RequiresShipping = RequiresShipping is not false,
        };
}

public sealed record NamedValue(string? Name, long? Value);

public sealed record HydratedDiscount(string? LineText, long? Value);

public sealed record HydratedFee(string? Description, long? Value);

public sealed record HydratedShipping(string? RateName, long? Cost);

/// <summary>The order's total is what counts; the others are the sums of what is listed, and are not looked at.</summary>
public sealed record HydratedTotals(long? OrderTotal);
