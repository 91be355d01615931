using Checkout.Changing.Customers;
using Checkout.Http.Dialects.Bold;
using Checkout.Http.Frame;
using Checkout.Journeys.Beginning;
using Checkout.Orders;
using Checkout.Running;

namespace Checkout.Http.Backend.Customers;

/// <summary>
/// Puts a customer of the platform on an order (docs/contract/backend.md#authenticated-customer). A change,
/// and a third storage transaction for what the shop remembers of them.
/// </summary>
public sealed class CreateAuthenticatedCustomerEndpoint(OrderEditor editor, BeginOrder begin) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var read = (await call.Read<CustomerBody>()).Then(Check);
        if (!read.Succeeded)
            return read.Problems;

        var customer = await begin.Known(call.Shop, read.Value, call.Cancellation);
        var changed = await editor.Change(
            call.ShopIdentifier,
            call.OrderId,
            call.Actor,
            (order, _, occasion) => SetAuthenticatedCustomer.Decide(order, customer, occasion),
            call.Cancellation
        );
        return Reply.Of(changed, order => new CustomerAnswer(CustomerState.Of(order.Customer!), ApplicationState.Of(order)));
    }

    private static Result<Customer> Check(CustomerBody body)
    {
        var fields = new Fields()
            .Check(body.SaysPlatformId, "platform_id", "platform_id is required; null is that of a guest.", "required")
            .Required("email_address", body.EmailAddress);
        return CustomerBody.Check(fields, "", body).Then(body.ToCustomer);
    }
}

public sealed record CustomerAnswer(CustomerState Customer, ApplicationState ApplicationState);
