using Checkout.Changing.Customers;
using Checkout.Http.BigCommerce.Visiting;
using Checkout.Http.Frame;

namespace Checkout.Http.BigCommerce.Customers;

/// <summary>
/// Notes on the order whether its customer wants news: what the platform is told with the order. The SDK may say so before it says who
/// the guest is; then the address names them.
/// </summary>
public sealed class SubscribeEndpoint(Checkouts checkouts, IIdSource ids) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var read = (await call.Read<SubscriptionRequest>()).Then(body =>
            new Fields().Required("email", body.Email).Email("email", body.Email).Then(() => body)
        );
        if (!read.Succeeded)
            return read.Problems;
        var named = SessionCheckout.Of(call, null);
        if (!named.Succeeded)
            return named.Problems;
        var details = new CustomerDetails("", "", read.Value.Email!, read.Value.AcceptsMarketingNewsletter is true)
        {
            NamesMayFollow = true,
        };
        var changed = await checkouts.Change(
            named.Value,
            null,
            (order, _, occasion) =>
                order.ClosedBecause is { } closed ? closed
                : order.Customer is not { } customer ? SetGuestCustomer.Decide(order, details, occasion, ids)
                : !string.Equals(customer.EmailAddress, details.EmailAddress, StringComparison.OrdinalIgnoreCase)
                    ? Problem.Invalid("email", "email is not that of the checkout's customer.", "email_address")
                : UpdateCustomer.Decide(
                    order,
                    details with
                    {
                        FirstName = customer.FirstName,
                        LastName = customer.LastName,
                        EmailAddress = customer.EmailAddress,
                    },
                    occasion
                )
        );
        return Reply.Of(changed, order => new SubscriptionState(read.Value.Email!, order.Customer!.AcceptsMarketing, false));
    }
}

public sealed record SubscriptionRequest(string? Email, bool? AcceptsMarketingNewsletter, bool? AcceptsAbandonedCartEmails);

/// <param name="AcceptsAbandonedCartEmails">Always false: such letters are the platform's to send.</param>
public sealed record SubscriptionState(string Email, bool AcceptsMarketingNewsletter, bool AcceptsAbandonedCartEmails);
