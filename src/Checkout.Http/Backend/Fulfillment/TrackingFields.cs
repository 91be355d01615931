using Checkout.Http.Frame;
using Checkout.Orders;

namespace Checkout.Http.Backend.Fulfillment;

/// <summary>The tracking of a shipment in the fields of a fulfillment call (docs/contract/backend.md#fulfillment).</summary>
internal static class TrackingFields
{
    public static Fields Tracking(this Fields fields, string? carrier, string? number, string? url) =>
        fields
            .Text("carrier", carrier)
            .Text("tracking_number", number)
            .Text("tracking_url", url, 2048)
            .Check(IsWebAddress(url), "tracking_url", "tracking_url is not an absolute http or https URL.");

    public static Tracking Of(string? carrier, string? number, string? url) =>
        new(carrier?.Trim() ?? "", number?.Trim() ?? "", url?.Trim() ?? "");

    private static bool IsWebAddress(string? url) =>
        string.IsNullOrWhiteSpace(url) || (Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http");
}
