using System.Text.Json;
using Checkout.Http.Frame;
using Checkout.Orders;

namespace Checkout.Http.BigCommerce;

/// <summary>
/// The version that a client of today's API says it changes (docs/contract/bigcommerce.md#versions): of a checkout that has moved on
/// since, nothing is changed.
/// </summary>
internal static class CheckoutVersion
{
    /// <summary>The problem when the body names another version than the order's; null when it names none or this one.</summary>
    public static Problem? Refuse(Call call, Order order) =>
        Of(call.ReadBody.Span) is { } said && said != order.Version
            ? new Problem("The checkout has changed since it was read. Read it again.", "order", "version", "version")
            {
                Kind = ProblemKind.Conflict,
            }
            : null;

    private static long? Of(ReadOnlySpan<byte> body)
    {
        if (body.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            body = body[3..];
        if (body.IsEmpty)
            return null;
        var reader = new Utf8JsonReader(body);
        if (!reader.Read() || reader.TokenType is not JsonTokenType.StartObject)
            return null;
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var isVersion = reader.ValueTextEquals("version"u8);
            reader.Read();
            if (isVersion)
                return reader.TokenType is JsonTokenType.Number && reader.TryGetInt64(out var version) ? version : null;
            reader.Skip();
        }

        return null;
    }
}
