using System.Text.RegularExpressions;
using Checkout.Http.Frame;
using Checkout.Orders;
using Checkout.Stores;

namespace Checkout.Http.Administration.GiftCards;

/// <summary>The gift cards of the shop, newest first, or those that are searched for: one storage transaction.</summary>
public sealed partial class ListGiftCardsEndpoint(IGiftCardLedger cards, TimeProvider time) : ISlice
{
    public const string Search = "search";

    public async Task<Reply> Handle(Call call)
    {
        var search = (call.Parameter(Search) ?? "").Trim();
        var page = call.Page();
        if (!page.Succeeded)
            return page.Problems;
        var found = await Find(call.Route(RouteNames.Shop), search, page.Value, call.Cancellation);
        var now = time.GetUtcNow();
        return Reply.Of(
            found,
            cards => new GiftCardsData([.. cards.Items.Select(card => GiftCardState.Of(card, now))], Paging.CursorOf(cards.Next))
        );
    }

    private async Task<Result<PageOf<GiftCard>>> Find(string shop, string search, PageRequest page, CancellationToken cancellation) =>
        search.Length == 0 ? await cards.List(shop, page, cancellation)
        : search.Contains('@', StringComparison.Ordinal) ? await cards.ListByEmail(shop, search, page, cancellation)
        : Id().Match(search) is { Success: true } id ? await One(shop, id.Groups["id"].Value, cancellation)
        : LastFour().IsMatch(search) ? await cards.ListByLastFour(shop, search.TrimStart('*').ToUpperInvariant(), page, cancellation)
        : Problem.Invalid(Search, $"{Search} must be the last four of a code, an e-mail address or the id of a card.", "malformed");

    private async Task<PageOf<GiftCard>> One(string shop, string id, CancellationToken cancellation) =>
        new(await cards.FindById(shop, id, cancellation) is { } card ? [card] : [], Next: null);

    [GeneratedRegex(@"^(giftcard_)?(?<id>[0-9a-f]{64})\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Id();

    [GeneratedRegex(@"^\**[A-Za-z0-9]{4}\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LastFour();
}
