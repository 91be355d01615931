using System.Text;
using Checkout.Http.Frame;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.PaymentFrame;

/// <summary>
/// Proves to Apple that this host takes Apple Pay for the merchant, with the file that Stripe gives for it
/// (https://docs.stripe.com/payments/payment-methods/pmd-registration). 404 while the setting is empty.
/// </summary>
public sealed class ShowAppleDomainAssociationEndpoint(HttpSettings settings) : ISlice
{
    public Task<Reply> Handle(Call call) =>
        Task.FromResult<Reply>(
            settings.AppleDomainAssociation.Length == 0
                ? Problem.NotFound("There is nothing here.")
                : new ContentReply(Results.Text(settings.AppleDomainAssociation, "text/plain", Encoding.UTF8))
        );
}
