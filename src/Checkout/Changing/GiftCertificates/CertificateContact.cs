using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkout.Changing.GiftCertificates;

public sealed record CertificateContact(string Name, string Email);
