using Checkout.Http.BigCommerce.Visiting;
using Checkout.Http.Frame;
using Checkout.Orders;
using Checkout.Stores;

namespace Checkout.Http.BigCommerce.Customers;

/// <summary>
/// Saves an address with the customer who is signed in, for this order and later ones. Three storage transactions: the order, the
/// customer's record, and the order again.
/// </summary>
public sealed class AddCustomerAddressEndpoint(Checkouts checkouts, ICustomerStore customers) : ISlice
{
    private const int Most = 100;

    public async Task<Reply> Handle(Call call)
    {
        var read = (await call.Read<CurrentAddress>()).Then(body => ShopperAddress.Check(body.ToShopperAddress()));
        if (!read.Succeeded)
            return read.Problems;
        var named = SessionCheckout.Of(call, null);
        if (!named.Succeeded)
            return named.Problems;
        var order = await checkouts.Read(named.Value);
        if (!order.Succeeded)
            return order.Problems;
        if (order.Value.Customer is not { IsAuthenticated: true, PublicId: { Length: > 0 } id } customer)
            return Problem.Order("customer", "Only a customer who is signed in can save an address.", "customer");
        if (customer.SavedAddresses.Length >= Most)
            return Problem.Invalid("customer", $"At most {Most} addresses can be saved.", "too_many");
        var known = customer with { SavedAddresses = customer.SavedAddresses.Add(read.Value) };
        var record = await customers.Find(call.ShopIdentifier, id, call.Cancellation) ?? RecordOf(known, id);
        await customers.Save(call.ShopIdentifier, record with { SavedAddresses = known.SavedAddresses }, call.Cancellation);
        var changed = await checkouts.Change(
            named.Value,
            null,
            (now, _, occasion) =>
                now.ClosedBecause is { } closed ? closed
                : now.Customer is { } its
                    ? (now with { Customer = its with { SavedAddresses = known.SavedAddresses } }).Record("customer.changed", occasion)
                : now
        );
        return Reply.Of(changed, CurrentCustomer.Of);
    }

    private static CustomerRecord RecordOf(Customer customer, string id) =>
        new()
        {
            PublicId = id,
            PlatformId = customer.KnownPlatformId,
            FirstName = customer.FirstName,
            LastName = customer.LastName,
            EmailAddress = customer.EmailAddress,
            AcceptsMarketing = customer.AcceptsMarketing,
        };
}
