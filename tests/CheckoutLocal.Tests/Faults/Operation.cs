using System.Text.Json.Nodes;
using Checkout.Orders;

namespace Checkout.Local.Tests.Faults;

/// <summary>A call that moves money or goods, and how the world must be after it.</summary>
internal sealed record Operation(string Name)
{
    public required Func<Lane, Task<Scene>> Prepare { get; init; }
    public required Func<Scene, (string Path, JsonNode Body)> Call { get; init; }
    public OrderStatus Status { get; init; } = OrderStatus.Processed;

    public HttpMethod Method { get; init; } = HttpMethod.Post;

    /// <summary>Minor units, of the order's total.</summary>
    public Func<long, long> Authorized { get; init; } = total => total;
    public Func<long, long> Captured { get; init; } = _ => 0;
    public Func<long, long> Voided { get; init; } = _ => 0;
    public Func<long, long> Refunded { get; init; } = _ => 0;
    public int Sold { get; init; } = Scene.Bought;
    public int Fulfilled { get; init; }

    /// <summary>What the order must be called on the platform; null says nothing of it.</summary>
    public string? PlatformOrderId { get; init; }

    /// <summary>A timer goes on after the answer.</summary>
    public bool GoesOnLater { get; init; }

    /// <summary>False: the client is gone with the connection, and the start of the next host must do.</summary>
    public bool ClientRetries { get; init; } = true;

    public static Operation CreateOrder { get; } =
        new("create_order")
        {
            Prepare = lane => Scene.New(lane),
            Call = scene => ($"{scene.Orders}/create", scene.Request(Calls.All)),
            Captured = total => total,
        };

    public static IReadOnlyDictionary<string, Operation> Others { get; } =
        new Operation[]
        {
            new("capture_full")
            {
                Prepare = lane => Calls.Created(lane, Calls.AllButCharge),
                Call = scene =>
                    ($"{scene.Order}/payments/capture/full", new JsonObject { ["reauth"] = true, ["idempotent_key"] = scene.Key }),
                Captured = total => total,
            },
            new("capture_part")
            {
                Prepare = lane => Calls.Created(lane, Calls.AllButCharge),
                Call = scene =>
                    (
                        $"{scene.Order}/payments/capture",
                        new JsonObject
                        {
                            ["reauth"] = true,
                            ["amount"] = 1000,
                            ["idempotent_key"] = scene.Key,
                        }
                    ),
                Captured = _ => 1000,
            },
            new("refund_full")
            {
                Prepare = lane => Calls.Created(lane, Calls.All),
                Call = scene =>
                    (
                        $"{scene.Order}/refunds/full",
                        new JsonObject
                        {
                            ["reason"] = "Broken.",
                            ["email_notification"] = true,
                            ["idempotent_key"] = scene.Key,
                        }
                    ),
                Captured = total => total,
                Refunded = total => total,
                Sold = 0,
            },
            new("refund_part")
            {
                Prepare = lane => Calls.Created(lane, Calls.All),
                Call = scene =>
                    (
                        $"{scene.Order}/refunds",
                        new JsonObject
                        {
                            ["amount"] = 700,
                            ["idempotent_key"] = scene.Key,
                            ["refund_order_data"] = new JsonObject
                            {
                                ["line_items"] = new JsonArray(new JsonObject { ["line_item_key"] = "line-1", ["quantity"] = 1 }),
                            },
                        }
                    ),
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
            },
            new("process_order_charged_at_once")
            {
                Prepare = lane => Calls.ReadyToProcess(lane, new CaptureSettings(CaptureMode.Immediate)),
                Call = scene => ($"{scene.Storefront}/process_order", new JsonObject()),
                Captured = total => total,
            },
            new("process_order_charged_later")
            {
                Prepare = lane => Calls.ReadyToProcess(lane, new CaptureSettings(CaptureMode.Delayed)),
                Call = scene => ($"{scene.Storefront}/process_order", new JsonObject()),
                Captured = total => total,
                GoesOnLater = true,
            },
            new("process_order_split")
            {
                Prepare = Calls.ReadyToProcessSplit,
                Call = scene => ($"{scene.Storefront}/process_order", new JsonObject()),
            },
            new("capture_full_split")
            {
                Prepare = lane => Calls.Processed(lane, Calls.ReadyToProcessSplit),
                Call = scene =>
                    ($"{scene.Order}/payments/capture/full", new JsonObject { ["reauth"] = true, ["idempotent_key"] = scene.Key }),
                Captured = total => total,
            },
            new("refund_full_split")
            {
                Prepare = lane => Calls.Charged(lane, Calls.ReadyToProcessSplit),
                Call = scene => ($"{scene.Order}/refunds/full", new JsonObject { ["reason"] = "Broken.", ["idempotent_key"] = scene.Key }),
                Captured = total => total,
                Refunded = total => total,
                Sold = 0,
            },
            new("cancel_split")
            {
                Prepare = lane => Calls.Processed(lane, Calls.ReadyToProcessSplit),
                Call = scene => ($"{scene.Order}/cancel", new JsonObject { ["reason"] = "Duplicate." }),
                Status = OrderStatus.Canceled,
                Voided = total => total,
                Sold = 0,
            },
            new("cancel_before_delayed_charge")
            {
                Prepare = lane => Calls.Processed(lane, l => Calls.ReadyToProcess(l, new CaptureSettings(CaptureMode.Delayed, 48))),
                Call = scene => ($"{scene.Order}/cancel", new JsonObject { ["reason"] = "Duplicate." }),
                Status = OrderStatus.Canceled,
                Voided = total => total,
                Sold = 0,
            },
            new("capture_one_verified")
            {
                Prepare = lane => Calls.Processed(lane, l => Calls.ReadyToProcess(l, new CaptureSettings(CaptureMode.VerifyOnly))),
                Call = scene =>
                    (
                        $"{scene.Order}/payments/{scene.PaymentId}/capture",
                        new JsonObject
                        {
                            ["amount"] = 1000,
                            ["reauth"] = true,
                            ["idempotent_key"] = scene.Key,
                        }
                    ),
                Authorized = _ => 1000,
                Captured = _ => 1000,
            },
            new("fulfill")
            {
                Prepare = lane => Calls.Created(lane, Calls.All),
                Method = HttpMethod.Patch,
                Call = scene => ($"{scene.Order}/line_items/line-1", new JsonObject { ["fulfilled_quantity"] = 2 }),
                Captured = total => total,
                Fulfilled = 2,
            },
            new("complete")
            {
                Prepare = lane => Calls.Created(lane, [.. Calls.AllButCharge.Where(c => c != "send_to_platform")]),
                Call = scene => ($"{scene.Order}/complete", new JsonObject { ["platform_order_id"] = "theirs-1" }),
                PlatformOrderId = "theirs-1",
            },
            new("create_order_after_the_platform_was_away")
            {
                Prepare = Calls.StuckAtThePlatform,
                Call = scene => ($"{scene.Orders}/create", scene.Request(Calls.All)),
                Captured = total => total,
            },
        }.ToDictionary(o => o.Name);
}
