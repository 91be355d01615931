using Checkout.Http.Frame;

namespace Checkout.Http.BigCommerce.Carts;

public sealed record SetCartCurrencyRequest(string? CurrencyCode);

/// <summary>A shop here has one currency: asking for that one changes nothing, and another is refused.</summary>
public sealed class SetCartCurrencyEndpoint(Checkouts checkouts) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var body = (await call.Read<SetCartCurrencyRequest>()).Then(given =>
            new Fields().Required("currencyCode", given.CurrencyCode).Then(() => given.CurrencyCode!)
        );
        if (!body.Succeeded)
            return body.Problems;
        return string.Equals(body.Value, call.Shop.Currency, StringComparison.OrdinalIgnoreCase)
            ? Reply.Of(await checkouts.Read(call), order => Checkouts.CartOf(call, order))
            : CartCurrency.NotTaken(call.Shop);
    }
}
