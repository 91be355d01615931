using System.Collections.Immutable;
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
        var question = new AuthorityQuestion(
            HttpMethod.Post,
            $"shops/{shop.Identifier}/orders/{order.PublicOrderId}/events",
            new JsonObject
            {
                ["cart_id"] = order.Plugins.AuthorityCartId,
                ["public_order_id"] = order.PublicOrderId,
                ["order_state"] = JsonSerializer.SerializeToNode(ApplicationState.Of(order), WireJson.Of<ApplicationState>()),
                ["events"] = new JsonArray([.. changes.Select(Event)]),
            },
            "order_state"
        );
        var answer = await calls.Send(shop, authority, question, cancellation);
        return answer.Then(told =>
            LooseJson.Try(() => EventsState.Of(told)) is { } state
                ? state
                : (Result<RemoteState>)calls.Failed(shop, "The state cannot be read.")
        );
    }

    private static JsonObject Event(StateChange change)
    {
        var written = new JsonObject { ["type"] = JsonNamingPolicy.SnakeCaseLower.ConvertName(change.Name) };
        if (change.Code is { } code)
            written["data"] = new JsonObject { ["discount_code"] = code };
        return written;
    }
}
