using System.Collections.Immutable;
using Checkout.Http.Frame;
using Checkout.Shops;

namespace Checkout.Http.Administration;

/// <summary>Whose token this is: what a page needs to know before it shows a button. No storage transaction beyond the sign-in.</summary>
public sealed class GetCallerEndpoint : ISlice
{
    public Task<Reply> Handle(Call call) =>
        Task.FromResult<Reply>(
            call is { HasShop: true, Caller: { } caller }
                ? Reply.Of(CallerState.Of(caller, call.Shop))
                : Problem.NotFound("There is no such shop.")
        );
}

/// <summary>Docs: docs/contract/administration.md#caller.</summary>
/// <param name="Name">Of the API token, or of the person who signed in.</param>
/// <param name="Scopes"><c>*</c> is every scope.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Locale">BCP 47.</param>
/// <param name="Timezone">IANA.</param>
public sealed record CallerState(
    string Name,
    ImmutableArray<string> Scopes,
    string ShopIdentifier,
    string ShopName,
    string Currency,
    string Locale,
    string Timezone
)
{
    public static CallerState Of(Caller caller, Shop shop) =>
        new(caller.Name, caller.Scopes, shop.Identifier, shop.Name, shop.Currency, shop.Locale, shop.Timezone);
}
