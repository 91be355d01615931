using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Checkout.Http.Dialects.Bold;
using Checkout.Http.Frame;
using Checkout.Http.Frame.Json;
using Checkout.Journeys.Beginning;
using Checkout.Orders;
using Checkout.Plugins.Actions;
using Checkout.Stores;

namespace Checkout.Http.Backend.Orders;

/// <summary>
/// Starts an order (docs/contract/backend.md#initialize-order). Two storage transactions: the order and its lookup
/// row; a customer the shop may know costs a third, since addresses and methods are the customer's, not the order's.
/// </summary>
public sealed class InitializeOrderEndpoint(BeginOrder begin, AddOrder add, ICatalog catalog, OrderOpening opening, IIdSource ids) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var read = (await call.Read<InitializeOrderRequest>()).Then(InitializeOrderRequest.Check);
        if (!read.Succeeded)
            return read.Problems;

        var request = read.Value.ToNewOrder();
        var known = request.Customer is { } customer ? await begin.Recall(call.Shop, customer, call.Cancellation) : null;
        var decided = await begin.Begin(
            call.Shop,
            request with
            {
                Customer = null,
            },
            ids.PublicId(),
            ids.OrderId(),
            call.Actor,
            call.Cancellation
        );
        if (decided.Succeeded)
            decided = await Apply(
                read.Value.Actions,
                decided.Value with
                {
                    Customer = known is null ? null : known.Customer with { GivenAtStart = true },
                },
                call
            );
        if (!decided.Succeeded)
            return decided.Problems;

        var added = await add.Run(decided.Value, call.Shop, call.Actor, call.Cancellation);
        return Reply.Of(await opening.Open(call, added, known?.Record));
    }

    /// <summary>What a connector asks for at once, in the form of plugin actions (docs/contract/backend.md#initialize-order).</summary>
    private async Task<Result<Order>> Apply(ImmutableArray<InitialAction>? requested, Order order, Call call)
    {
        if (requested is not { IsDefaultOrEmpty: false } actions)
            return order;
        var named = actions.Select(action => action.PlatformVariantId).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var found = await Task.WhenAll(named.Select(id => catalog.FindByPlatformId(call.ShopIdentifier, id, call.Cancellation)));
        var products = named
            .Zip(found)
            .Where(p => p.Second is not null)
            .ToImmutableDictionary(p => p.First, p => p.Second!, StringComparer.Ordinal);
        var decided = (Result<Order>)order;
        for (var i = 0; i < actions.Length && decided.Succeeded; i++)
        {
            var context = new ActionContext(call.Shop, InitialAction.Sender, $"init-{i}", products);
            var (action, data) = (PluginActions.Find(actions[i].Type ?? ""), actions[i].Data ?? default);
            decided = action is null
                ? Problem.Invalid("type", $"actions[{i}].type names no action.", "unknown_action")
                : decided.Then(current => action.Apply(current, data, context));
        }

        return decided;
    }
}

public sealed record InitializeOrderRequest
{
    private const int MostActions = 100;

    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? CartId { get; init; }

    /// <summary>For the platform that the cart is loaded from.</summary>
    public string? AccessToken { get; init; }
    public ImmutableArray<CartItemBody>? CartItems { get; init; }
    public CustomerBody? Customer { get; init; }
    public MetaDataBody? OrderMetaData { get; init; }
    public string? ResumableLink { get; init; }
    public string? FlowId { get; init; }
    public string? ApiSessionId { get; init; }
    public ImmutableArray<InitialAction>? Actions { get; init; }

    public static Result<InitializeOrderRequest> Check(InitializeOrderRequest request)
    {
        var fields = new Fields()
            .Text("cart_id", request.CartId)
            .Text("access_token", request.AccessToken, 4096)
            .Text("resumable_link", request.ResumableLink, 2048)
            .Check(
                request.Actions is not { IsDefault: false, Length: > MostActions },
                "actions",
                $"actions has more than {MostActions} entries.",
                "too_many"
            );
        if (request.Actions is { IsDefault: false } actions)
            for (var i = 0; i < actions.Length; i++)
                fields.Required($"actions[{i}]", (object?)actions[i]);
        CartItemBody.Check(fields, "cart_items", request.CartItems);
        CustomerBody.Check(fields, "customer.", request.Customer);
        MetaDataBody.Check(fields, "order_meta_data.", request.OrderMetaData);
        return fields.Then(() => request);
    }

    public NewOrder ToNewOrder() =>
        new()
        {
            CartItems = CartItemBody.ToItems(CartItems),
            Customer = Customer?.ToCustomerOrNone(),
            MetaData = OrderMetaData?.ToMetaData() ?? new OrderMetaData(),
            CartId = CartId,
            CartAccessToken = AccessToken,
            ResumableLink = ResumableLink,
            FlowId = FlowId,
            ApiSessionId = ApiSessionId,
        };
}

/// <summary>An action that the back office wants applied at the start.</summary>
public sealed record InitialAction(string? Type, JsonElement? Data)
{
    /// <summary>Actions of the back office have no plugin's name.</summary>
    internal static Checkout.Shops.PluginSettings Sender { get; } =
        new()
        {
            Uuid = Actors.Backend,
            Name = Actors.Backend,
            EventUrl = "",
            ClientSecret = "",
        };

    internal string? PlatformVariantId =>
        Data is { ValueKind: JsonValueKind.Object } data && data.TryGetProperty("platform_variant_id", out var id) ? id.ToString() : null;
}
