using Checkout.Changing.GiftCertificates;
using Checkout.Money;
using Checkout.Orders;

namespace Checkout.Http.BigCommerce;

/// <summary>A line that sells a gift certificate.</summary>
public sealed record CertificateItem(
    string Id,
    string Name,
    string Theme,
    decimal Amount,
    bool IsTaxable,
    Contact Sender,
    Contact Recipient,
    string Message,
    int Quantity
)
{
    public static CertificateItem Of(LineItem line, Currency currency)
    {
        var certificate = GiftCertificate.Of(line);
        return new CertificateItem(
            NumericId.TextOf(line.Id),
            certificate.Name,
            certificate.Theme,
            currency.ToDecimal(certificate.Amount),
            line.Taxable,
            new Contact(certificate.Sender.Name, certificate.Sender.Email),
            new Contact(certificate.Recipient.Name, certificate.Recipient.Email),
            certificate.Message,
            certificate.Quantity
        );
    }
}

public sealed record Contact(string? Name, string? Email);
