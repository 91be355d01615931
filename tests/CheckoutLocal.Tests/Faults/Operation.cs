using System.Text.Json.Nodes;
using Checkout.Orders;
using Checkout.Payments;

namespace Checkout.Local.Tests.Faults;

/// <summary>A call that moves money or goods, and how the world must stand after it.</summary>
internal sealed record Operation(string Name)
{
    public required Func<Lane, Task<Scene>> Prepare { get; init; }
    public required Func<Scene, (string Path, JsonNode Body)> Call { get; init; }
    public OrderStatus Status { get; init; } = OrderStatus.Processed;

    /// <summary>Minor units, of the order's total.</summary>
    public Func<long, long> Captured { get; init; } = _ => 0;
    public Func<long, long> Voided { get; init; } = _ => 0;
    public Func<long, long> Refunded { get; init; } = _ => 0;
    public int Sold { get; init; } = Scene.Bought;

    /// <summary>A timer goes on after the answer.</summary>
    public bool GoesOnLater { get; init; }

    /// <summary>False: the client is gone with the connection, and the start of the next host must do.</summary>
    public bool ClientRetries { get; init; } = true;

    /// <summary>What a client is told that calls again for what the sweep has finished meanwhile.</summary>
    public string? DoneAlready { get; init; }

    public static Operation CreateOrder { get; } = new("create_order")
    {
        Prepare = lane => Scene.New(lane),
        Call = scene => ($"{scene.Orders}/create", scene.Request(Calls.All)),
        Captured = total => total,
    };

    public static IReadOnlyDictionary<string, Operation> Others { get; } = new Operation[]
    {
        new("capture_full")
        {
            Prepare = lane => Calls.Created(lane, Calls.AllButCharge),
            Call = scene => ($"{scene.Order}/payments/capture/full", new JsonObject { ["reauth"] = true, ["idempotent_key"] = scene.Key }),
            Captured = total => total,
        },
        new("capture_part")
        {
            Prepare = lane => Calls.Created(lane, Calls.AllButCharge),
            Call = scene => ($"{scene.Order}/payments/capture", new JsonObject { ["reauth"] = true, ["amount"] = 1000, ["idempotent_key"] = scene.Key }),
            Captured = _ => 1000,
        },
        new("refund_full")
        {
            Prepare = lane => Calls.Created(lane, Calls.All),
            Call = scene => ($"{scene.Order}/refunds/full", new JsonObject { ["reason"] = "Broken.", ["email_notification"] = true, ["idempotent_key"] = scene.Key }),
            Captured = total => total,
            Refunded = total => total,
            Sold = 0,
        },
        new("refund_part")
        {
            Prepare = lane => Calls.Created(lane, Calls.All),
            Call = scene => ($"{scene.Order}/refunds", new JsonObject
            {
                ["amount"] = 700,
                ["idempotent_key"] = scene.Key,
                ["refund_order_data"] = new JsonObject { ["line_items"] = new JsonArray(new JsonObject { ["line_item_key"] = "line-1", ["quantity"] = 1 }) },
            }),
            Captured = total => total,
            Refunded = _ => 700,
            Sold = 1,
        },
        new("cancel")
        {
            Prepare = lane => Calls.Created(lane, Calls.AllButCharge),
            Call = scene => ($"{scene.Order}/cancel", new JsonObject { ["reason"] = "Duplicate." }),
            Status = OrderStatus.Canceled,
            Voided = total => total,
            Sold = 0,
        },
        new("authorize_full")
        {
            Prepare = lane => Calls.ReadyToProcess(lane),
            Call = scene => ($"{scene.Order}/payments/auth/full", new JsonObject()),
            Status = OrderStatus.Open,
            Sold = 0,
        },
        new("process_order")
        {
            Prepare = lane => Calls.ReadyToProcess(lane),
            Call = scene => ($"{scene.Storefront}/process_order", new JsonObject()),
            DoneAlready = "is_processed",
        },
        new("process_order_charged_at_once")
        {
            Prepare = lane => Calls.ReadyToProcess(lane, new CaptureSettings(CaptureMode.Immediate)),
            Call = scene => ($"{scene.Storefront}/process_order", new JsonObject()),
            Captured = total => total,
            DoneAlready = "is_processed",
        },
        new("process_order_charged_later")
        {
            Prepare = lane => Calls.ReadyToProcess(lane, new CaptureSettings(CaptureMode.Delayed)),
            Call = scene => ($"{scene.Storefront}/process_order", new JsonObject()),
            Captured = total => total,
            GoesOnLater = true,
            DoneAlready = "is_processed",
        },
    }.ToDictionary(o => o.Name);
}
