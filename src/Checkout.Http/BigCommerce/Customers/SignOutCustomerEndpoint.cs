using Checkout.Changing.Customers;
using Checkout.Http.BigCommerce.Visiting;
using Checkout.Http.Frame;

namespace Checkout.Http.BigCommerce.Customers;

/// <summary>Takes the customer off the visitor's checkout, which goes on as a guest's.</summary>
public sealed class SignOutCustomerEndpoint(Checkouts checkouts) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var read = await call.Read<SignOutRequest>();
        if (!read.Succeeded)
            return read.Problems;
        var named = SessionCheckout.Of(call, read.Value.CartId);
        if (!named.Succeeded)
            return named.Problems;
        var changed = await checkouts.Change(named.Value, null, (order, _, occasion) => RemoveCustomer.Decide(order, occasion));
        return Reply.Of(changed, order => new SignedOut(new SignedOutData(SdkCustomer.Of(order))));
    }
}

public sealed record SignOutRequest(string? CartId);

public sealed record SignedOut(SignedOutData Data);

public sealed record SignedOutData(SdkCustomer Customer);
