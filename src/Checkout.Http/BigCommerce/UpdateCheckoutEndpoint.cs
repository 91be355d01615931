using Checkout.Changing.MetaData;
using Checkout.Http.Frame;

namespace Checkout.Http.BigCommerce;

/// <summary>Today's API: what the shopper says to the shop with the order.</summary>
public sealed class UpdateCheckoutEndpoint(Checkouts checkouts) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var read = (await call.Read<CheckoutUpdate>()).Then(body =>
            new Fields()
                .Required("customerMessage", (object?)body.CustomerMessage)
                .Text("customerMessage", body.CustomerMessage, PlaceOrderEndpoint.LongestMessage)
                .Then(() => body.CustomerMessage!)
        );
        if (!read.Succeeded)
            return read.Problems;
        return await checkouts.Answer(
            call,
            await checkouts.Change(
                call,
                null,
                (order, _, occasion) => ChangeMetaData.Merge(order, new MetaDataChange { Notes = read.Value }, occasion)
            )
        );
    }
}

public sealed record CheckoutUpdate(string? CustomerMessage);
