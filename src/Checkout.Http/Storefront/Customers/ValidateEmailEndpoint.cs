using Checkout.Addresses;
using Checkout.Http.Dialects.Bold;
using Checkout.Http.Frame;
using Checkout.Stores;

namespace Checkout.Http.Storefront.Customers;

/// <summary>
/// Whether an e-mail address is well formed and its domain takes mail (docs/contract/storefront.md#validate-email). A
/// name server that cannot be asked in time is not the shopper's fault.
/// </summary>
public sealed class ValidateEmailEndpoint(IMailDomains domains) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        // A client that does not encode its query sends + as it is, and a query reads that as a blank
        // (docs/contract/storefront.md#validate-email).
        var address = (call.Parameter("email_address") ?? "").Trim().Replace(' ', '+');
        if (!EmailAddresses.IsWellFormed(address))
            return Problem.Invalid("email_address", "The e-mail address is not valid.", "email_address");
        return await domains.TakesMail(EmailAddresses.DomainOf(address), call.Cancellation) is false
            ? Problem.Invalid("email_address", "The domain of the e-mail address takes no mail.", "email_address")
            : Reply.Of(NothingToSay.List);
    }
}
