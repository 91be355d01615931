using System.Collections.Immutable;
using Checkout.Http.Frame;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Http.BigCommerce;

/// <summary>The shop's gateways. Gift certificates are not among them: they have calls of their own.</summary>
public sealed class ListPaymentMethodsEndpoint(Checkouts checkouts) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var order = await checkouts.Read(call);
        return order.Succeeded
            ? Reply.Of(
                new PaymentMethodsAnswer(
                    Meta.Of(order.Value),
                    new PaymentMethods([.. PaymentMethod.Gateways(call.Shop).Select(PaymentMethod.Of)])
                )
            )
            : order.Problems;
    }
}

/// <param name="Id">The gateway's public id.</param>
/// <param name="Type">Always hosted: the shopper gives the card to the gateway's page, never to the shop's.</param>
/// <param name="Nonce">Comes from the gateway's page, so none is known here.</param>
public sealed record PaymentMethod(
    string Id,
    string? LogoUrl,
    string Method,
    ImmutableArray<string> SupportedCards,
    string Type,
    string? Nonce,
    string? ClientToken
)
{
    internal const string Hosted = "PAYMENT_TYPE_HOSTED";

    private static readonly ImmutableArray<string> TestCards = ["VISA", "MC", "AMEX"];

    public static PaymentMethod Of(GatewaySettings gateway) =>
        new(
            gateway.PublicId,
            LogoUrl: null,
            "credit-card",
            gateway.Driver == "test" ? TestCards : [],
            Hosted,
            Nonce: null,
            ClientToken: null
        );

    public static IEnumerable<GatewaySettings> Gateways(Shop shop) => shop.Gateways.Where(g => g.Driver != PaymentTypes.GiftCard);

    /// <summary>By public id, or by driver or display name as a person would write it.</summary>
    public static GatewaySettings? Named(Shop shop, string name) =>
        Gateways(shop).FirstOrDefault(g => g.PublicId == name)
        ?? Gateways(shop)
            .FirstOrDefault(g =>
                string.Equals(g.Driver, name, StringComparison.OrdinalIgnoreCase)
                || string.Equals(g.DisplayName, name, StringComparison.OrdinalIgnoreCase)
            );
}

public sealed record PaymentMethods(
    [property: System.Text.Json.Serialization.JsonPropertyName("paymentMethods")] ImmutableArray<PaymentMethod> All
);

public sealed record PaymentMethodsAnswer(Meta Meta, PaymentMethods Data);
