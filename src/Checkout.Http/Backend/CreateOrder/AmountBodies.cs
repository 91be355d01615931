using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Checkout.Http.Frame;
using Checkout.Http.Frame.Json;
using Checkout.Journeys.CreateOrder;
using Checkout.Money;
using Checkout.Orders;

namespace Checkout.Http.Backend.CreateOrder;

/// <summary>Bounds of what a client may send: far above any order, far below where integers end.</summary>
internal static class Highest
{
    /// <summary>Minor units.</summary>
    public const long Amount = 100_000_000_000;

    /// <summary>Per cent of a discount.</summary>
    public const long Discount = 100;

    /// <summary>Per cent of a fee.</summary>
    public const long Fee = 1_000;
}

/// <summary>Shipping that the client calculated itself, in either of its two forms (docs/contract/create-order.md#body).</summary>
public sealed record ShippingBody
{
    public ShippingLineBody? SelectedShipping { get; init; }
    public string? RateName { get; init; }
    public long? Cost { get; init; }
    public string? Code { get; init; }

    /// <summary>An empty object says nothing of shipping.</summary>
    internal bool IsGiven => Amount is not null || Description is not null;

    private long? Amount => SelectedShipping?.Amount ?? Cost;
    private string? Description => SelectedShipping?.Description ?? RateName;
    private string AmountField => SelectedShipping is null ? "cost" : "selected_shipping.amount";

    internal void Check(Fields fields, string path)
    {
        if (IsGiven)
            fields
                .Required(path + AmountField, (object?)Amount)
                .Range(path + AmountField, Amount, 0, Highest.Amount)
                .Text(path + (SelectedShipping is null ? "rate_name" : "selected_shipping.description"), Description);
    }

    internal ShippingLine ToLine() => new("0", Description ?? "", Amount ?? 0, SelectedShipping?.Code ?? Code ?? Description ?? "");
}

public sealed record ShippingLineBody(string? Description, long? Amount, string? Code);

/// <summary>An existing code, or a new discount.</summary>
public sealed record DiscountBody
{
    public string? DiscountCode { get; init; }
    public string? DiscountType { get; init; }

    /// <summary>Minor units when fixed, per cent when a percentage.</summary>
    public decimal? Value { get; init; }
    public string? Text { get; init; }
    public ImmutableArray<string>? LineItemKeys { get; init; }

    private bool IsPercentage => DiscountType == "percentage";

    internal void Check(Fields fields, string path)
    {
        fields.Text(path + "text", Text);
        if (DiscountCode is not null)
            fields.Required(path + "discount_code", DiscountCode);
        else
            fields
                .Required(path + "discount_type", DiscountType)
                .OneOf(path + "discount_type", DiscountType, "fixed", "percentage")
                .Required(path + "value", (object?)Value)
                .Check(Value is null or >= 0, path + "value", $"{path}value is below zero.", "out_of_range")
                .Check(
                    Value is null || Value <= (IsPercentage ? Highest.Discount : Highest.Amount),
                    path + "value",
                    $"{path}value is too high.",
                    "out_of_range"
                );
    }

    internal RequestedDiscount ToDiscount() =>
        new(DiscountCode, IsPercentage ? AmountKind.Percentage : AmountKind.Fixed, Value ?? 0, Text ?? "")
        {
            LineItemKeys = LineItemKeys is { IsDefault: false } keys ? keys : [],
        };
}

/// <summary>A fee: that of the add_fee action with its value in minor units when fixed, or a description and a value.</summary>
public sealed record FeeBody
{
    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? Id { get; init; }
    public string? LineText { get; init; }
    public string? Description { get; init; }
    public string? FeeType { get; init; }
    public decimal? Value { get; init; }
    public bool? Taxable { get; init; }
    public bool? ShowDescription { get; init; }

    private bool IsPercentage => FeeType == "percentage";

    internal void Check(Fields fields, string path) =>
        fields
            .Text(path + "id", Id)
            .Required(path + "line_text", LineText ?? Description)
            .OneOf(path + "fee_type", FeeType, "fixed", "percentage")
            .Required(path + "value", (object?)Value)
            .Check(Value is null or >= 0, path + "value", $"{path}value is below zero.", "out_of_range")
            .Check(
                Value is null || Value <= (IsPercentage ? Highest.Fee : Highest.Amount),
                path + "value",
                $"{path}value is too high.",
                "out_of_range"
            );

    /// <summary>Per cent of the subtotal, up to where it is refused anyway.</summary>
    internal decimal Percentage => IsPercentage ? Math.Min(Value ?? 0, Highest.Fee + 1) : 0;

    internal OrderFee ToFee(int position) =>
        new(
            Id ?? $"fee-{position}",
            LineText ?? Description ?? "",
            IsPercentage ? AmountKind.Percentage : AmountKind.Fixed,
            Value ?? 0,
            Taxable is true
        )
        {
            ShowDescription = ShowDescription is not false,
        };
}

/// <summary>A saved payment method, or a customer whose default method it is.</summary>
public sealed record PaymentBody(string? PublicCustomerId, string? PublicPaymentMethodId, long? Amount)
{
    internal void Check(Fields fields, string path) =>
        fields
            .Text(path + "public_customer_id", PublicCustomerId)
            .Text(path + "public_payment_method_id", PublicPaymentMethodId)
            .Range(path + "amount", Amount, 0, Highest.Amount);
}
