using Checkout.Orders;

namespace Checkout.Shops;

public sealed record CheckoutSettings
{
    public bool PhoneNumberRequired { get; init; }
    public bool BusinessNameRequired { get; init; }

    /// <summary>optional, required or hidden, as general_settings.checkout_process shows it.</summary>
    public string AcceptsMarketingCheckbox { get; init; } = "unchecked";

    /// <summary>Prices contain the tax; otherwise it is added.</summary>
    public bool TaxIncluded { get; init; }
    public bool InventoryChecked { get; init; } = true;
    public bool DiscountsEnabled { get; init; } = true;
    public bool VaultingEnabled { get; init; } = true;
    public CaptureSettings Capture { get; init; } = new();

    /// <summary>Held money of an order that was never finished goes back after this long.</summary>
    public int ReleaseHeldPaymentsAfterHours { get; init; } = 24;

    /// <summary>An open order with an e-mail address counts as abandoned after this long; 0 turns it off.</summary>
    public int AbandonedAfterMinutes { get; init; }

    /// <summary>
    /// Gift certificates that are bought become gift cards of this shop; false leaves them to its platform. Only where the shop
    /// takes gift cards.
    /// </summary>
    public bool IssueGiftCertificates { get; init; } = true;

    /// <summary>Where a shopper comes back to; {public_order_id} is filled in.</summary>
    public string? ResumableLink { get; init; }
    public string? LinkToCart { get; init; }
}
