using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Checkout.Addresses;
using Checkout.Catalog;

namespace Checkout.Orders;

/// <summary>
/// A line of the order: a snapshot of the product at the time it was added, so that a later change of the
/// catalog does not change what the shopper agreed to. Amounts in minor units of the order's currency.
/// </summary>
public sealed record LineItem
{
    /// <summary>The merchant's own key for the line, unique in the order.</summary>
    public required string Key { get; init; }
    public required string Id { get; init; }
    public string Sku { get; init; } = "";
    public string? PlatformId { get; init; }
    public string ProductId { get; init; } = "";
    public string VariantId { get; init; } = "";
    public string ProductTitle { get; init; } = "";
    public string Title { get; init; } = "";
    public string Description { get; init; } = "";
    public string ImageUrl { get; init; } = "";
    public string Vendor { get; init; } = "";
    public string Barcode { get; init; } = "";
    public string Tags { get; init; } = "";
    public int Quantity { get; init; }

    /// <summary>Per unit.</summary>
    public long Price { get; init; }
    public long? CompareAtPrice { get; init; }

    /// <summary>Per unit, grams.</summary>
    public long Weight { get; init; }
    public bool Taxable { get; init; } = true;
    public bool RequiresShipping { get; init; } = true;
    public bool IsGiftCard { get; init; }
    public bool IsPreOrder { get; init; }
    public bool Visible { get; init; } = true;

    /// <summary>True when units are taken from counted stock at process_order.</summary>
    public bool TracksInventory { get; init; }

    /// <summary>Free-form properties the storefront sent; any JSON value.</summary>
    public ImmutableDictionary<string, JsonElement> Properties { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;
    public ImmutableArray<LineFee> Fees { get; init; } = [];
    public int FulfilledQuantity { get; init; }

    /// <summary>Units that returns have put back into stock.</summary>
    public int RestockedQuantity { get; init; }

    /// <summary>Where it goes, or what <see cref="Divided"/> leaves of it; null is the order's own address.</summary>
    public Address? ShippingAddress { get; init; }

    /// <summary>Units that go elsewhere than the rest; null where the line goes to one address.</summary>
    public ImmutableArray<SentUnits>? Divided { get; init; }

    /// <summary>The plugin that added the line, if one did; only such a line may be removed by a plugin.</summary>
    public string? AddedByPlugin { get; init; }
    public bool IsAmendment { get; init; }

    [JsonIgnore]
    public long TotalPrice => checked(Price * Quantity);

    [JsonIgnore]
    public long TotalWeight => checked(Weight * Quantity);

    /// <summary>With another quantity; units that go elsewhere than the rest stay there as far as there are any.</summary>
    public LineItem Resized(int quantity)
    {
        var left = quantity;
        var kept = ImmutableArray.CreateBuilder<SentUnits>();
        foreach (var part in Divided ?? [])
        {
            var units = Math.Min(left, part.Quantity);
            left -= units;
            if (units > 0)
                kept.Add(part with { Quantity = units });
        }

        return this with
        {
            Quantity = quantity,
            Divided = kept.Count > 0 ? kept.ToImmutable() : null,
        };
    }

    /// <summary>What the catalog says of a product now, at its own price; how many is the caller's to say.</summary>
    public static LineItem Of(Product product, string key, string id) =>
        new()
        {
            Key = key,
            Id = id,
            Sku = product.Sku,
            PlatformId = product.PlatformId,
            ProductId = product.ProductId,
            VariantId = product.VariantId,
            ProductTitle = product.ProductTitle,
            Title = product.Title,
            Description = product.Description,
            ImageUrl = product.ImageUrl,
            Vendor = product.Vendor,
            Barcode = product.Barcode,
            Tags = product.Tags,
            Price = product.Price,
            CompareAtPrice = product.CompareAtPrice,
            Weight = product.Weight,
            Taxable = product.Taxable,
            RequiresShipping = product.RequiresShipping,
            IsGiftCard = product.IsGiftCard,
            IsPreOrder = product.IsPreOrder,
            TracksInventory = product.TrackInventory,
        };
}
