using Checkout.Http.Frame;
using Checkout.Stores;

namespace Checkout.Http.Administration.Customers;

/// <summary>A customer by their public id: one storage transaction.</summary>
public sealed class ShowCustomerEndpoint(ICustomerStore customers) : ISlice
{
    public async Task<Reply> Handle(Call call) =>
        await customers.Find(call.Route(RouteNames.Shop), call.Route(AdministrationRoutes.Id), call.Cancellation) is { } customer
            ? Reply.Of(ListedCustomer.Of(customer))
            : Problem.NotFound("There is no such customer.");
}
