using System.Text.Json.Nodes;

namespace Checkout.Testing.Stripe;

/// <summary>A PaymentIntent and its one charge.</summary>
public sealed class StandInIntent(int number, long amount, string currency, StandInMethod method, bool multicapture)
{
    public string Id { get; } = $"pi_{number}";
    public string Charge { get; } = $"ch_{number}";
    public string ClientSecret => $"{Id}_secret_{number}";
    public long Amount { get; } = amount;
    public string Currency { get; } = currency;
    public StandInMethod Method { get; } = method;
    public bool Multicapture { get; } = multicapture;
    public string Status { get; set; } = "";
    public string? CancellationReason { get; set; }
    public long Capturable { get; set; }
    public long Received { get; set; }
    public string? Customer { get; init; }
    public string? SetupFutureUsage { get; init; }
    public string? ReturnUrl { get; init; }
    public bool IsDisputed { get; set; }

    /// <summary>What went back, less refunds that failed.</summary>
    public long Returned { get; set; }

    /// <summary>Null until something went wrong.</summary>
    public JsonObject? LastError { get; set; }
    public Dictionary<string, string> Metadata { get; } = new(StringComparer.Ordinal);

    public void Authorize()
    {
        (Status, Capturable, LastError) = ("requires_capture", Amount, null);
        Method.IsUsed = true;
        if (Customer is not null && SetupFutureUsage is not null)
            Method.Customer = Customer;
    }

    public void Fail(string code, string message, string? declineCode = null)
    {
        (Status, Capturable) = ("requires_payment_method", 0);
        Method.IsUsed = true;
        LastError = (JsonObject)StandInAnswer.Error("card_error", code, message, declineCode)["error"]!.DeepClone();
    }

    public JsonObject Json() =>
        new()
        {
            ["id"] = Id,
            ["object"] = "payment_intent",
            ["amount"] = Amount,
            ["amount_capturable"] = Capturable,
            ["amount_received"] = Received,
            ["currency"] = Currency,
            ["customer"] = Customer,
            ["payment_method"] = Status is "requires_payment_method" ? null : Method.Id,
            ["setup_future_usage"] = SetupFutureUsage,
            ["status"] = Status,
            ["cancellation_reason"] = CancellationReason,
            ["client_secret"] = ClientSecret,
            ["metadata"] = Json(Metadata),
            ["last_payment_error"] = LastError?.DeepClone(),
            ["next_action"] =
                Status is not "requires_action" ? null
                : Method.Card.Type is "card" ? new JsonObject { ["type"] = "use_stripe_sdk", ["use_stripe_sdk"] = new JsonObject() }
                : new JsonObject
                {
                    ["type"] = "redirect_to_url",
                    ["redirect_to_url"] = new JsonObject { ["return_url"] = ReturnUrl },
                },
            ["latest_charge"] = Status is "requires_action" ? null : ChargeJson(),
        };

    private JsonObject ChargeJson() =>
        new()
        {
            ["id"] = Charge,
            ["object"] = "charge",
            ["payment_intent"] = Id,
            ["captured"] = Received > 0,
            ["amount_captured"] = Received,
            ["amount_refunded"] = Returned,
            ["disputed"] = IsDisputed,
            ["outcome"] = new JsonObject
            {
                ["type"] =
                    Method.Card.DeclineCode is null ? "authorized"
                    : Method.Card.RiskLevel is "highest" ? "blocked"
                    : "issuer_declined",
                ["risk_level"] = Method.Card.RiskLevel,
                ["risk_score"] = Method.Card.RiskScore,
            },
            ["payment_method_details"] = Method.Details(Multicapture),
        };

    internal static JsonObject Json(Dictionary<string, string> metadata) =>
        new(metadata.Select(m => KeyValuePair.Create(m.Key, (JsonNode?)m.Value)));
}

/// <summary>A refund of a charge.</summary>
public sealed record StandInRefund(string Id, string Charge, long Amount)
{
    public string Status { get; set; } = "succeeded";
    public Dictionary<string, string> Metadata { get; } = new(StringComparer.Ordinal);

    public JsonObject Json() =>
        new()
        {
            ["id"] = Id,
            ["object"] = "refund",
            ["charge"] = Charge,
            ["amount"] = Amount,
            ["status"] = Status,
            ["failure_reason"] = Status == "failed" ? "expired_or_canceled_card" : null,
            ["metadata"] = StandInIntent.Json(Metadata),
        };
}

/// <summary>A customer, who owns payment methods.</summary>
public sealed record StandInCustomer(string Id, string? Email, string? Name)
{
    public Dictionary<string, string> Metadata { get; } = new(StringComparer.Ordinal);

    public JsonObject Json() =>
        new()
        {
            ["id"] = Id,
            ["object"] = "customer",
            ["email"] = Email,
            ["name"] = Name,
            ["metadata"] = StandInIntent.Json(Metadata),
        };
}

/// <summary>A dispute of a charge.</summary>
public sealed record StandInDispute(string Id, StandInIntent Intent)
{
    public string Status { get; set; } = "needs_response";

    public JsonObject Json() =>
        new()
        {
            ["id"] = Id,
            ["object"] = "dispute",
            ["payment_intent"] = Intent.Id,
            ["charge"] = Intent.Charge,
            ["amount"] = Intent.Received,
            ["currency"] = Intent.Currency,
            ["status"] = Status,
            ["reason"] = "fraudulent",
        };
}
