using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Checkout.Http.Frame.Json;
using Checkout.Orders;
using Checkout.Pricing;

namespace Checkout.Http.Dialects.Bold;

/// <summary>
/// A line item (docs/contract/shapes.md#line-item). Its lists are there on every line, since clients walk them without
/// asking.
/// </summary>
public sealed record LineItemState
{
    public required ProductData ProductData { get; init; }
    public required ImmutableArray<TaxState> Taxes { get; init; }
    public required ImmutableArray<LineFeeState> Fees { get; init; }
    public required ImmutableArray<DiscountState> Discounts { get; init; }
    public int FulfilledQuantity { get; init; }

    /// <summary>True for a line that came after the order was placed, or that its plugin calls so; else left out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? IsAmendment { get; init; }

    public static LineItemState Of(PricedLine priced) =>
        new()
        {
            ProductData = ProductData.Of(priced.Line),
            Taxes = TaxState.Of(priced.Taxes),
            Fees = [.. priced.Line.Fees.Select(f => new LineFeeState(f.Amount, f.Name))],
            Discounts = DiscountState.Of(priced.Discounts),
            FulfilledQuantity = priced.Line.FulfilledQuantity,
            IsAmendment = priced.Line.IsAmendment ? true : null,
        };
}

public sealed record LineFeeState(long Amount, string Name);

public sealed record ProductData
{
    public required string Id { get; init; }
    public required string ProductTitle { get; init; }
    public required string Title { get; init; }
    public required string ImageUrl { get; init; }

    [JsonConverter(typeof(PhpObjectConverter<ImmutableDictionary<string, JsonElement>>))]
    public required ImmutableDictionary<string, JsonElement> Properties { get; init; }
    public required string Description { get; init; }
    public int Quantity { get; init; }
    public long Price { get; init; }
    public long TotalPrice { get; init; }
    public bool Visible { get; init; }
    public required string LineItemKey { get; init; }
    public required string Barcode { get; init; }
    public long? CompareAtPrice { get; init; }
    public long Weight { get; init; }
    public string WeightUnit { get; init; } = "g";
    public long TotalWeight { get; init; }
    public required string ProductId { get; init; }
    public required string VariantId { get; init; }
    public bool RequiresShipping { get; init; }
    public required string Sku { get; init; }
    public bool Taxable { get; init; }
    public required string Tags { get; init; }
    public required string Vendor { get; init; }

    public static ProductData Of(LineItem line) =>
        new()
        {
            Id = line.Id,
            ProductTitle = line.ProductTitle,
            Title = line.Title,
            ImageUrl = line.ImageUrl,
            Properties = line.Properties,
            Description = line.Description,
            Quantity = line.Quantity,
            Price = line.Price,
            TotalPrice = line.TotalPrice,
            Visible = line.Visible,
            LineItemKey = line.Key,
            Barcode = line.Barcode,
            CompareAtPrice = line.CompareAtPrice,
            Weight = line.Weight,
            TotalWeight = line.TotalWeight,
            ProductId = line.ProductId,
            VariantId = line.VariantId,
            RequiresShipping = line.RequiresShipping,
            Sku = line.Sku,
            Taxable = line.Taxable,
            Tags = line.Tags,
            Vendor = line.Vendor,
        };
}
