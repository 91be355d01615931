using System.Text.Json;

namespace Checkout.Addresses;

/// <param name="Value">A text, or a list of texts where the field holds several.</param>
public sealed record AddressField(string Id, JsonElement Value);
