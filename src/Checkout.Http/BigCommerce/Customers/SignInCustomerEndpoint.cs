using Checkout.Http.Frame;

namespace Checkout.Http.BigCommerce.Customers;

/// <summary>
/// Shoppers have their accounts, and passwords, with the merchant's platform: its back office signs them in to their order. Nobody is
/// signed in from here, and no password is looked at.
/// </summary>
public sealed class SignInCustomerEndpoint : ISlice
{
    public Task<Reply> Handle(Call call) => Task.FromResult<Reply>(Refused());

    internal static Problem Refused() =>
        Problem.Order("customer", "Accounts are the platform's: its back office signs shoppers in.", "sign_in_elsewhere");
}
