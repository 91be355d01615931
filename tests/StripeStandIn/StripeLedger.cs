using System.Globalization;
using System.Text.Json.Nodes;

namespace Checkout.Gateways.Tests.Stripe;

/// <summary>The PaymentIntents and refunds of the stand-in, and what may be done with them.</summary>
public sealed class StripeLedger
{
    private readonly Lock gate = new();
    private readonly List<Intent> intents = [];
    private readonly List<Refund> refunds = [];

    /// <summary>Whether cards can be captured more than once.</summary>
    public bool Multicapture { get; set; } = true;

    public long Captured => Sum(() => intents.Sum(i => i.Received));
    public long Refunded => Sum(() => refunds.Where(r => r.Status != "failed").Sum(r => r.Amount));
    public long Held => Sum(() => intents.Sum(i => i.Capturable));
    public int Count => (int)Sum(() => intents.Count);

    public StandInAnswer Handle(string method, string path, IReadOnlyDictionary<string, string> fields)
    {
        lock (gate)
        {
            var parts = path.Trim('/').Split('/');
            return (method, parts) switch
            {
                ("POST", ["v1", "payment_intents"]) => Create(fields),
                ("GET", ["v1", "payment_intents", "search"]) => Search(fields["query"]),
                ("GET", ["v1", "payment_intents", var id]) => With(id, i => new StandInAnswer(200, i.Json())),
                ("POST", ["v1", "payment_intents", var id, "confirm"]) => With(id, i => new StandInAnswer(200, i.Json())),
                ("POST", ["v1", "payment_intents", var id, "capture"]) => With(id, i => Capture(i, fields)),
                ("POST", ["v1", "payment_intents", var id, "cancel"]) => With(id, Cancel),
                ("POST", ["v1", "refunds"]) => MakeRefund(fields),
                ("GET", ["v1", "refunds"]) => List(refunds.Where(r => r.Charge == fields["charge"]).Select(r => r.Json())),
                _ => new StandInAnswer(404, StripeStandIn.Error("invalid_request_error", null, "Unrecognized request URL.")),
            };
        }
    }

    /// <summary>The shopper goes through the bank's challenge.</summary>
    public void Challenge(string reference, bool passed)
    {
        lock (gate)
        {
            var intent = intents.Single(i => i.Id == reference);
            intent.Status = passed ? "requires_capture" : "requires_payment_method";
            intent.Capturable = passed ? intent.Amount : 0;
        }
    }

    /// <summary>The card of a refund that was taken turns out to be closed.</summary>
    public void FailRefund(string reference)
    {
        lock (gate)
            refunds.Single(r => r.Id == reference).Status = "failed";
    }

    /// <summary>Seven days go by.</summary>
    public void Expire(string reference)
    {
        lock (gate)
        {
            var intent = intents.Single(i => i.Id == reference);
            (intent.Status, intent.CancellationReason, intent.Capturable) = ("canceled", "automatic", 0);
        }
    }

    private long Sum(Func<long> sum)
    {
        lock (gate)
            return sum();
    }

    private StandInAnswer With(string id, Func<Intent, StandInAnswer> then) =>
        intents.Find(i => i.Id == id) is { } intent
            ? then(intent)
            : new StandInAnswer(404, StripeStandIn.Error("invalid_request_error", "resource_missing", $"No such payment_intent: '{id}'", parameter: "intent"));

    private StandInAnswer Create(IReadOnlyDictionary<string, string> fields)
    {
        if (fields["capture_method"] != "manual" || fields["confirm"] != "true")
            return new StandInAnswer(400, StripeStandIn.Error("invalid_request_error", "parameter_missing", "Only manual capture with confirm is known here."));
        var card = fields.GetValueOrDefault("payment_method") ?? fields.GetValueOrDefault("payment_method_data[card][token]") ?? "";
        switch (card)
        {
            case "pm_card_chargeDeclined":
                return new StandInAnswer(402, StripeStandIn.Error("card_error", "card_declined", "Your card was declined.", "generic_decline"));
            case "pm_card_chargeDeclinedInsufficientFunds":
                return new StandInAnswer(402, StripeStandIn.Error("card_error", "card_declined", "Your card has insufficient funds.", "insufficient_funds"));
            case "pm_card_visa" or "tok_visa" or "pm_card_authenticationRequired":
                break;
            default:
                return new StandInAnswer(400, StripeStandIn.Error("invalid_request_error", "resource_missing", $"No such PaymentMethod: '{card}'", parameter: "payment_method"));
        }

        var number = intents.Count + 1;
        var challenged = card == "pm_card_authenticationRequired";
        var intent = new Intent($"pi_{number}", $"ch_{number}", long.Parse(fields["amount"], CultureInfo.InvariantCulture), fields["currency"], Multicapture)
        {
            Status = challenged ? "requires_action" : "requires_capture",
        };
        intent.Capturable = challenged ? 0 : intent.Amount;
        Merge(intent.Metadata, fields);
        intents.Add(intent);
        return new StandInAnswer(200, intent.Json());
    }

    private static StandInAnswer Capture(Intent intent, IReadOnlyDictionary<string, string> fields)
    {
        if (intent.Status != "requires_capture")
            return new StandInAnswer(400, StripeStandIn.Error("invalid_request_error", "payment_intent_unexpected_state", $"The PaymentIntent is {intent.Status}."));
        var amount = long.Parse(fields["amount_to_capture"], CultureInfo.InvariantCulture);
        if (amount > intent.Capturable)
            return new StandInAnswer(400, StripeStandIn.Error("invalid_request_error", "amount_too_large", "The amount is greater than what can be captured."));
        var final = fields.GetValueOrDefault("final_capture") != "false";
        if (!final && !intent.Multicapture)
            return new StandInAnswer(400, StripeStandIn.Error("invalid_request_error", "parameter_invalid", "Multicapture is not available."));

        intent.Received += amount;
        intent.Capturable = final ? 0 : intent.Capturable - amount;
        intent.Status = final ? "succeeded" : intent.Status;
        Merge(intent.Metadata, fields);
        return new StandInAnswer(200, intent.Json());
    }

    private static StandInAnswer Cancel(Intent intent)
    {
        if (intent.Status is "succeeded" or "canceled")
            return new StandInAnswer(400, StripeStandIn.Error("invalid_request_error", "payment_intent_unexpected_state", $"The PaymentIntent is {intent.Status}."));
        (intent.Status, intent.Capturable) = ("canceled", 0);
        return new StandInAnswer(200, intent.Json());
    }

    private StandInAnswer MakeRefund(IReadOnlyDictionary<string, string> fields)
    {
        if (intents.Find(i => i.Charge == fields["charge"]) is not { } intent)
            return new StandInAnswer(404, StripeStandIn.Error("invalid_request_error", "resource_missing", "No such charge.", parameter: "charge"));
        var amount = long.Parse(fields["amount"], CultureInfo.InvariantCulture);
        if (amount > intent.Received - refunds.Where(r => r.Charge == intent.Charge && r.Status != "failed").Sum(r => r.Amount))
            return new StandInAnswer(400, StripeStandIn.Error("invalid_request_error", "amount_too_large", "The refund is greater than the unrefunded amount."));
        var refund = new Refund($"re_{refunds.Count + 1}", intent.Charge, amount);
        Merge(refund.Metadata, fields);
        refunds.Add(refund);
        return new StandInAnswer(200, refund.Json());
    }

    private StandInAnswer Search(string query)
    {
        // metadata['name']:'value'
        var parts = query.Split('\'');
        return List(intents.Where(i => i.Metadata.GetValueOrDefault(parts[1]) == parts[3]).Select(i => i.Json()));
    }

    private static StandInAnswer List(IEnumerable<JsonObject> data) =>
        new(200, new JsonObject { ["object"] = "list", ["has_more"] = false, ["data"] = new JsonArray([.. data]) });

    private static void Merge(Dictionary<string, string> metadata, IReadOnlyDictionary<string, string> fields)
    {
        foreach (var (name, value) in fields.Where(f => f.Key.StartsWith("metadata[", StringComparison.Ordinal)))
            metadata[name["metadata[".Length..^1]] = value;
    }

    private static JsonObject Json(Dictionary<string, string> metadata) => new(metadata.Select(m => KeyValuePair.Create(m.Key, (JsonNode?)m.Value)));

    private sealed record Intent(string Id, string Charge, long Amount, string Currency, bool Multicapture)
    {
        public string Status { get; set; } = "";
        public string? CancellationReason { get; set; }
        public long Capturable { get; set; }
        public long Received { get; set; }
        public Dictionary<string, string> Metadata { get; } = new(StringComparer.Ordinal);

        public JsonObject Json() => new()
        {
            ["id"] = Id,
            ["object"] = "payment_intent",
            ["amount"] = Amount,
            ["amount_capturable"] = Capturable,
            ["amount_received"] = Received,
            ["currency"] = Currency,
            ["status"] = Status,
            ["cancellation_reason"] = CancellationReason,
            ["client_secret"] = $"{Id}_secret_1",
            ["metadata"] = StripeLedger.Json(Metadata),
            ["last_payment_error"] = Status == "requires_payment_method"
                ? StripeStandIn.Error("card_error", "payment_intent_authentication_failure", "The bank did not confirm.")["error"]!.DeepClone()
                : null,
            ["latest_charge"] = Status == "requires_action" ? null : new JsonObject
            {
                ["id"] = Charge,
                ["object"] = "charge",
                ["payment_method_details"] = new JsonObject
                {
                    ["type"] = "card",
                    ["card"] = new JsonObject
                    {
                        ["brand"] = "visa",
                        ["last4"] = "4242",
                        ["multicapture"] = new JsonObject { ["status"] = Multicapture ? "available" : "unavailable" },
                    },
                },
            },
        };
    }

    private sealed record Refund(string Id, string Charge, long Amount)
    {
        public string Status { get; set; } = "succeeded";
        public Dictionary<string, string> Metadata { get; } = new(StringComparer.Ordinal);

        public JsonObject Json() => new()
        {
            ["id"] = Id,
            ["object"] = "refund",
            ["charge"] = Charge,
            ["amount"] = Amount,
            ["status"] = Status,
            ["failure_reason"] = Status == "failed" ? "expired_or_canceled_card" : null,
            ["metadata"] = StripeLedger.Json(Metadata),
        };
    }
}
