namespace Checkout.Changing.GiftCertificates;

public sealed record CertificateContact(string Name, string Email);
