using Checkout.Http.Frame;
using Checkout.Stores;

namespace Checkout.Http.Administration.Customers;

/// <summary>
/// The customers of the shop, or those with an e-mail address: one storage transaction, and one for each found by address, of
/// which a page has at most two.
/// </summary>
public sealed class ListCustomersEndpoint(ICustomerList customers) : ISlice
{
    public const string Email = "email";

    public async Task<Reply> Handle(Call call)
    {
        var page = call.Page();
        if (!page.Succeeded)
            return page.Problems;
        var email = (call.Parameter(Email) ?? "").Trim();
        var shop = call.Route(RouteNames.Shop);
        if (email.Length > 0)
        {
            var fields = new Fields().Email(Email, email);
            if (!fields.AreFine)
                return fields.Problems;
            var found = await customers.FindByEmail(shop, email, page.Value, call.Cancellation);
            return Reply.Of(new CustomersData([.. found.Items.Select(ListedCustomer.Of)], Paging.CursorOf(found.Next)));
        }

        var listed = await customers.List(shop, page.Value, call.Cancellation);
        return Reply.Of(new CustomersData([.. listed.Items.Select(ListedCustomer.Of)], Paging.CursorOf(listed.Next)));
    }
}
