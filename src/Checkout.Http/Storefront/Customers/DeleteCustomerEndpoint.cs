using System.Text.Json.Serialization;
using Checkout.Changing.Customers;
using Checkout.Http.Dialects.Bold;
using Checkout.Http.Frame;
using Checkout.Http.Frame.Json;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Http.Storefront.Customers;

/// <summary>Takes the customer off, so that another can be set.</summary>
public sealed class DeleteCustomerEndpoint(ShopperOrder orders) : ISlice
{
    public async Task<Reply> Handle(Call call) =>
        Reply.Of(
            await orders.Change(call, PluginEventNames.CustomerChanged, (order, _, occasion) => RemoveCustomer.Decide(order, occasion)),
            StateOnly.Of
        );
}

internal static class CustomerChange
{
    public static async Task<Reply> Run(Call call, ShopperOrder orders, Func<Order, CustomerDetails, Occasion, Result<Order>> decide)
    {
        var read = (await call.Read<ShopperDetails>()).Then(ShopperDetails.Check);
        if (!read.Succeeded)
            return read.Problems;
        var changed = await orders.Change(
            call,
            PluginEventNames.CustomerChanged,
            (order, _, occasion) => decide(order, read.Value, occasion)
        );
        return Reply.Of(changed, ShopperCustomer.Of);
    }
}

/// <summary>What shoppers say about themselves; the domain decides what must be in it.</summary>
public sealed record ShopperDetails(string? FirstName, string? LastName, string? EmailAddress, bool? AcceptsMarketing)
{
    public static Result<CustomerDetails> Check(ShopperDetails body) =>
        new Fields()
            .Text("email_address", body.EmailAddress)
            .Then(() =>
                new CustomerDetails(body.FirstName ?? "", body.LastName ?? "", body.EmailAddress ?? "", body.AcceptsMarketing is true)
            );
}

public sealed record ShopperCustomer(
    [property: JsonConverter(typeof(PhpObjectConverter<CustomerState>))] CustomerState? Customer,
    ApplicationState ApplicationState
)
{
    public static ShopperCustomer Of(Order order) =>
        new(order.Customer is { } customer ? CustomerState.Of(customer) : null, ApplicationState.Of(order));
}
