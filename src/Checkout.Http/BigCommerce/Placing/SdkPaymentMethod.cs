using System.Collections.Immutable;
using Checkout.Shops;

namespace Checkout.Http.BigCommerce.Placing;

/// <summary>
/// A payment method in the names of the SDK. The card is given in the gateway's form, whose address is in the initialization data, and
/// nothing of it passes through the SDK: to it the method is one that is settled elsewhere.
/// </summary>
public sealed record SdkPaymentMethod
{
    public required string Id { get; init; }
    public string? Gateway { get; init; }
    public string Method { get; init; } = "credit-card";
    public string Type { get; init; } = "PAYMENT_TYPE_OFFLINE";
    public ImmutableArray<string> SupportedCards { get; init; } = [];
    public required SdkMethodConfig Config { get; init; }
    public required SdkMethodForm InitializationData { get; init; }
    public string? LogoUrl { get; init; }
    public string? Nonce { get; init; }
    public string? ClientToken { get; init; }
    public bool SkipRedirectConfirmationAlert { get; init; } = true;

    /// <param name="form">Where the gateway's form for the order is.</param>
    internal static SdkPaymentMethod Of(GatewaySettings gateway, string form) =>
        new()
        {
            Id = gateway.PublicId,
            SupportedCards = PaymentMethod.Of(gateway).SupportedCards,
            Config = new SdkMethodConfig(gateway.DisplayName, gateway.IsTest),
            InitializationData = new SdkMethodForm(form),
        };
}

public sealed record SdkMethodConfig(string DisplayName, bool TestMode)
{
    public bool IsHostedFormEnabled { get; init; } = true;
    public bool IsVaultingEnabled { get; init; }
    public string HelpText { get; init; } = "";
}

/// <param name="FormUrl">For a frame of the page; it posts what became of the card (docs/contract/payments.md#payment-page).</param>
public sealed record SdkMethodForm(string FormUrl);
