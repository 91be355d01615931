using Checkout.Addresses;
using Checkout.Http.BigCommerce.Visiting;
using Checkout.Http.Frame;
using Checkout.Orders;
using Checkout.Stores;

namespace Checkout.Http.BigCommerce.Customers;

/// <summary>
/// Saves an address with the customer who is signed in, for this order and later ones. Four storage transactions where this process
/// wrote the order last: the order, the customer's record, the order again, and the record with the address.
/// </summary>
public sealed class AddCustomerAddressEndpoint(Checkouts checkouts, ICustomerStore customers, TimeProvider time) : ISlice
{
    private const int Most = 100;

    public async Task<Reply> Handle(Call call)
    {
        var read = (await call.Read<SdkAddress>()).Then(body => ShopperAddress.Check(body.ToShopperAddress()));
        if (!read.Succeeded)
            return read.Problems;
        var named = SessionCheckout.Of(call, null);
        if (!named.Succeeded)
            return named.Problems;
        var order = await checkouts.Read(named.Value);
        if (!order.Succeeded)
            return order.Problems;
        if (order.Value.ClosedBecause is { } closed)
            return closed;
        if (order.Value.Customer is not { IsAuthenticated: true, PublicId: { Length: > 0 } id } customer)
            return NotSignedIn();
        var record = await customers.Find(call.ShopIdentifier, id, call.Cancellation) ?? CustomerRecord.Of(customer, id, time.GetUtcNow());
        if (record.SavedAddresses.Length >= Most)
            return TooMany();

        // The order first: one that is closed by now saves nothing.
        var changed = await checkouts.Change(named.Value, null, (now, _, occasion) => With(read.Value, now, id, occasion));
        if (changed.Succeeded)
            await customers.Save(
                call.ShopIdentifier,
                record with
                {
                    SavedAddresses = record.SavedAddresses.Add(read.Value),
                },
                call.Cancellation
            );
        return Reply.Of(changed, SdkCustomer.Of);
    }

    private static Result<Order> With(Address address, Order order, string publicId, Occasion occasion) =>
        order.ClosedBecause is { } closed ? closed
        : order.Customer is not { IsAuthenticated: true } customer || customer.PublicId != publicId ? NotSignedIn()
        : customer.SavedAddresses.Length >= Most ? TooMany()
        : (order with { Customer = customer with { SavedAddresses = customer.SavedAddresses.Add(address) } }).Record(
            "customer.changed",
            occasion
        );

    private static Problem NotSignedIn() => Problem.Order("customer", "Only a customer who is signed in can save an address.", "customer");

    private static Problem TooMany() => Problem.Invalid("customer", $"At most {Most} addresses can be saved.", "too_many");
}
