using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Checkout.Http.Dialects.Bold;
using Checkout.Http.Frame.Json;
using Checkout.Orders;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Http.Outgoing;

/// <summary>
/// A server that implements the Checkout RSA: it is sent events and the order's state, and answers the state that the order has then
/// (docs/contract/platforms.md#events-and-state).
/// </summary>
public sealed class OrderEvents(AuthorityCalls calls)
{
    public async Task<Result<RemoteState>> Ask(
        Order order,
        Shop shop,
        RemoteStateAuthority authority,
        ImmutableArray<StateChange> changes,
        CancellationToken cancellation
    )
    {
        var answer = await calls.Send(
            authority,
            HttpMethod.Post,
            $"shops/{shop.Identifier}/orders/{order.PublicOrderId}/events",
            new JsonObject
            {
                ["cart_id"] = order.Plugins.AuthorityCartId,
                ["public_order_id"] = order.PublicOrderId,
                ["order_state"] = JsonSerializer.SerializeToNode(ApplicationState.Of(order), WireJson.Of<ApplicationState>()),
                ["events"] = new JsonArray([.. changes.Select(Event)]),
            },
            "order_state",
            cancellation
        );
        return answer.Then(told => Read(told, changes));
    }

    private static JsonObject Event(StateChange change)
    {
        var written = new JsonObject { ["type"] = JsonNamingPolicy.SnakeCaseLower.ConvertName(change.Name) };
        if (change.Code is { } code)
            written["data"] = new JsonObject { ["discount_code"] = code };
        return written;
    }

    private static Result<RemoteState> Read(JsonElement answer, ImmutableArray<StateChange> changes)
    {
        try
        {
            var state = answer.GetProperty("order_state");
            return new RemoteState
            {
                ShippingLines =
                    state.TryGetProperty("shipping", out var shipping)
                    && shipping.ValueKind is JsonValueKind.Object
                    && shipping.TryGetProperty("available_shipping_lines", out var lines)
                        ? [.. lines.EnumerateArray().Select(Line)]
                        : null,
                LineTaxes = state.TryGetProperty("taxes", out var taxes) ? [.. taxes.EnumerateArray().Select(TaxOf)] : null,
                Discounts = state.TryGetProperty("discounts", out var discounts) ? [.. discounts.EnumerateArray().Select(Discount)] : null,
                Total = state.TryGetProperty("order_total", out var total) ? total.GetInt64() : null,
            };
        }
        catch (Exception nonsense)
            when (nonsense is KeyNotFoundException or InvalidOperationException or FormatException or OverflowException)
        {
            return AuthorityCalls.Failed("The state cannot be read.");
        }
    }

    private static ShippingLine Line(JsonElement line, int index) =>
        new(index.ToString(CultureInfo.InvariantCulture), Text(line, "description"), Amount(line, "amount"), Text(line, "code"));

    private static Tax TaxOf(JsonElement tax) =>
        new(
            Text(tax, "name"),
            Amount(tax, "value"),
            tax.TryGetProperty("is_included", out var included) && included.ValueKind is JsonValueKind.True
        );

    private static RemoteDiscount Discount(JsonElement discount) =>
        new(Text(discount, "code"), Text(discount, "text"), Amount(discount, "value"));

    private static string Text(JsonElement of, string name) => of.TryGetProperty(name, out var text) ? text.ToString() : "";

    /// <summary>Minor units, of which none is negative.</summary>
    private static long Amount(JsonElement of, string name) =>
        of.GetProperty(name).GetInt64() is >= 0 and var amount ? amount : throw new FormatException();
}
