using Checkout.Http.Frame;

namespace Checkout.Http.BigCommerce.Customers;

/// <summary>Refused as <see cref="SignInCustomerEndpoint"/> is: an account is made with the platform.</summary>
public sealed class CreateCustomerEndpoint : ISlice
{
    public Task<Reply> Handle(Call call) => Task.FromResult<Reply>(SignInCustomerEndpoint.Refused());
}
