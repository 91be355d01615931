using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Checkout.Http.Administration;
using Checkout.Http.Administration.GiftCards;
using Checkout.Http.Frame;

namespace Checkout.Http.Hosting;

/// <summary>Gift cards, for the back office.</summary>
public static class GiftCardEndpoints
{
    private static readonly Access Read = Access.Backend(Scopes.ReadOrders);

    /// <summary>A card is money: who may issue one may refund too.</summary>
    private static readonly Access Write = Access.Backend(Scopes.WritePayments);

    public static ImmutableArray<Endpoint> All { get; } =
    [
        Endpoint
            .Get<ListGiftCardsEndpoint>(AdministrationRoutes.GiftCards, Read)
            .Says("Lists the gift cards, newest first.")
            .Asks(ListGiftCardsEndpoint.Search, "The last four of a code, the e-mail address that it was issued for, or its id.")
            .Pages()
            .Gives<GiftCardsData>(),
        Endpoint
            .Post<IssueGiftCardEndpoint>(AdministrationRoutes.GiftCards, Write)
            .Says("Issues a gift card; the code is in this answer and nowhere else.")
            .Takes<IssueGiftCardRequest>()
            .Gives<IssuedGiftCard>(),
        Endpoint
            .Get<GetGiftCardEndpoint>(AdministrationRoutes.GiftCard, Read)
            .Says("Reads a gift card with what happened to it.")
            .Gives<GiftCardWithMoves>(),
        Endpoint
            .Post<AdjustGiftCardEndpoint>(AdministrationRoutes.AdjustGiftCard, Write)
            .Says("Adds to the balance of a gift card or takes off it.")
            .Takes<AdjustGiftCardRequest>()
            .Gives<GiftCardState>(),
        Endpoint
            .Post<DisableGiftCardEndpoint>(AdministrationRoutes.DisableGiftCard, Write)
            .Says("Disables a gift card for good; orders that were paid with it settle as before.")
            .Takes<DisableGiftCardRequest>()
            .Gives<GiftCardState>(),
        Endpoint
            .Post<SendGiftCardEndpoint>(AdministrationRoutes.SendGiftCard, Write)
            .Says("Sends the code of a gift card to somebody by letter.")
            .Takes<SendGiftCardRequest>()
            .Gives<GiftCardState>(),
    ];
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(GiftCardsData))]
[JsonSerializable(typeof(IssueGiftCardRequest))]
[JsonSerializable(typeof(IssuedGiftCard))]
[JsonSerializable(typeof(GiftCardWithMoves))]
[JsonSerializable(typeof(AdjustGiftCardRequest))]
[JsonSerializable(typeof(DisableGiftCardRequest))]
[JsonSerializable(typeof(SendGiftCardRequest))]
internal sealed partial class GiftCardJson : JsonSerializerContext;
