using System.Collections.Immutable;
using Checkout.Http.Frame;
using Checkout.Orders;
using Checkout.Payments;
using Checkout.Running;
using Checkout.Shops;

namespace Checkout.Http.PaymentFrame;

/// <summary>What the payments SDK must know of the gateways that an order is offered. One storage transaction.</summary>
public sealed class ListPaymentGatewaysEndpoint(OrderEditor editor) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var loaded = await editor.Load(call.ShopIdentifier, call.OrderId, call.Cancellation);
        if (!loaded.Succeeded)
            return loaded.Problems;
        var order = loaded.Value.Order;
        return Reply.Of(
            new ListedGateways(
                [.. OfferedGateways.Of(order, call.Shop).Select(g => GatewayState.Of(g, order, call)).OfType<GatewayState>()],
                call.Shop.Locale,
                order.RequiresShipping,
                call.Shop.Checkout.VaultingEnabled
            )
        );
    }
}

public sealed record ListedGateways(ImmutableArray<GatewayState> Gateways, string Language, bool RequiresShipping, bool VaultingEnabled);

/// <param name="GatewayId">As in the keys of <c>eps_gateways</c>.</param>
/// <param name="Type">stripe or bold_test.</param>
/// <param name="IframeUrl">The card form in a frame.</param>
public sealed record GatewayState(
    int GatewayId,
    string PublicId,
    string Type,
    string Name,
    string Currency,
    bool IsTest,
    string PublishableKey,
    ImmutableArray<string> PaymentMethodTypes,
    string IframeUrl,
    GatewayServices GatewayServices
)
{
    /// <summary>Null for a gateway that has no form of ours.</summary>
    internal static GatewayState? Of(GatewaySettings gateway, Order order, Call call) =>
        GatewayForm.Of(gateway, order.ResumableLink) is not { } form
            ? null
            : new GatewayState(
                gateway.Number,
                gateway.PublicId,
                form.Type,
                gateway.DisplayName,
                gateway.Currency ?? order.Currency.Code,
                gateway.IsTest,
                form.PublishableKey,
                form.PaymentMethodTypes,
                PaymentPage.Address(call.Http.Request, order, call.Jwt, gateway),
                GatewayServices.Of(form)
            );
}

/// <summary>What boosters ask a gateway for.</summary>
public sealed record GatewayServices(
    bool CreditCardForm,
    bool ApplePay,
    bool GooglePay,
    bool Paypal,
    bool Paylater,
    bool Venmo,
    bool StandardPayments
)
{
    /// <summary>The browser decides which of Stripe's wallets there are; the test gateway's stands in for PayPal.</summary>
    internal static GatewayServices Of(GatewayForm form) =>
        form.Type == GatewayForm.Stripe
            ? new GatewayServices(true, true, true, form.PaymentMethodTypes.Contains("paypal", StringComparer.Ordinal), false, false, false)
            : new GatewayServices(true, false, false, true, false, false, false);
}
