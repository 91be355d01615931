using Checkout.Http.BigCommerce.Visiting;
using Checkout.Http.Frame;

namespace Checkout.Http.BigCommerce.Placing;

/// <summary>
/// Places the visitor's order as the SDK asks for it: what was paid in the gateway's form, by certificates or with a nonce covers it,
/// or it is refused (docs/contract/bigcommerce.md#placing).
/// </summary>
public sealed class SubmitSdkOrderEndpoint(PlaceOrderEndpoint placing, OrderAnswers answers) : ITakesTender
{
    public async Task<Reply> Handle(Call call)
    {
        var read = await call.Read<SdkOrderRequest>();
        if (!read.Succeeded)
            return read.Problems;
        var named = SessionCheckout.Of(call, read.Value.CartId);
        if (!named.Succeeded)
            return named.Problems;
        var fields = new Fields()
            .Text("customerMessage", read.Value.CustomerMessage, PlaceOrderEndpoint.LongestMessage)
            .Check(read.Value.UseStoreCredit is not true, "useStoreCredit", "Shops here keep no store credit.", "not_allowed");
        if (!fields.AreFine)
            return fields.Problems;
        var payment = read.Value.Payment is { Name: { Length: > 0 } name } given
            ? new PlaceOrderPayment(name, given.PaymentData?.Nonce, null)
            : null;
        var placed = await placing.Place(named.Value, read.Value.CustomerMessage, payment);
        if (!placed.Succeeded)
            return placed.Problems;
        return placed.Value.Order.IsFinal
            ? await answers.Placed(named.Value, placed.Value.Order, placed.Value.Gateway)
            : Problem.Order("payment", "There are insufficient payments to cover this order", "payment");
    }
}

public sealed record SdkOrderRequest(string? CartId, string? CustomerMessage, bool? UseStoreCredit, SubmittedPayment? Payment);

/// <param name="Name">A payment method's id.</param>
public sealed record SubmittedPayment(string? Name, PaymentNonce? PaymentData);
