using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Checkout.Http.Dialects.Bold;
using Checkout.Http.Frame;
using Checkout.Journeys.Reserving;
using Checkout.Running;

namespace Checkout.Http.Storefront.Inventory;

/// <summary>
/// Whether the order is available: advice at stage initial, the last word before processing at stage final
/// (docs/contract/storefront.md#inventory). One storage transaction more for each counted variant, since stock is never
/// cached.
/// </summary>
public sealed class CheckInventoryEndpoint(ShopperOrder orders, CheckAvailability availability, RememberedOrders memory) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var stage = call.Parameter("stage") ?? "initial";
        var fields = new Fields().OneOf("stage", stage, "initial", "final");
        if (!fields.AreFine)
            return fields.Problems;
        // Seldom changes anything, and what changes nothing is done again on a fresh load: stock would be asked twice.
        memory.Forget(call.Route(RouteNames.Order));
        AvailabilityAnswer? answer = null;
        var kept = await orders.Change(
            call,
            null,
            async (order, shop, _, cancellation) =>
            {
                var found = await availability.Of(order, shop, stage == "final", cancellation);
                answer = found.Succeeded ? found.Value : null;
                return found.Map(checkedNow => order.ClosedBecause is null ? checkedNow.Order : order);
            }
        );
        return Reply.Of(kept, order => new InventoryChecked(InventoryCheck.Of(answer!), ApplicationState.Of(order)));
    }
}

public sealed record InventoryChecked(InventoryCheck InventoryCheck, ApplicationState ApplicationState);

/// <param name="Result">pass, fail or not_enabled.</param>
public sealed record InventoryCheck(string Result)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<FailedItem>? FailedItems { get; init; }

    public static InventoryCheck Of(AvailabilityAnswer answer) =>
        !answer.IsEnabled ? new("not_enabled")
        : answer.Passes ? new("pass")
        : new("fail")
        {
            Reason = "insufficient_stock",
            FailedItems = [.. answer.Shortages.Select(s => new FailedItem(s.PlatformVariantId, s.Available))],
        };
}

public sealed record FailedItem(string PlatformVariantId, long AvailableQuantity);
