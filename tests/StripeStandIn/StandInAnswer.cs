using System.Text.Json.Nodes;

namespace Checkout.Testing.Stripe;

/// <summary>An answer of the stand-in's, in the shapes of https://docs.stripe.com/api/errors and of its objects.</summary>
public sealed record StandInAnswer(int Status, JsonObject Body)
{
    /// <summary>Refused before anything was begun, so that its idempotency key may be used again (https://docs.stripe.com/api/idempotent_requests).</summary>
    public bool FailedValidation { get; init; }

    public static StandInAnswer Ok(JsonObject body) => new(200, body);

    public static StandInAnswer List(IEnumerable<JsonObject> data, bool hasMore = false) =>
        Ok(
            new JsonObject
            {
                ["object"] = "list",
                ["has_more"] = hasMore,
                ["data"] = new JsonArray([.. data]),
            }
        );

    public static StandInAnswer Invalid(string code, string message, string? parameter = null) =>
        new(400, Error("invalid_request_error", code, message, parameter: parameter))
        {
            FailedValidation = code.StartsWith("parameter_", StringComparison.Ordinal),
        };

    /// <summary>A request that is well formed and not possible; Stripe gives many of these no code.</summary>
    public static StandInAnswer Refused(string message, string? code = null, string? parameter = null) =>
        new(400, Error("invalid_request_error", code, message, parameter: parameter));

    public static StandInAnswer Missing(string kind, string? id, string parameter) =>
        new(404, Error("invalid_request_error", "resource_missing", $"No such {kind}: '{id}'", parameter: parameter));

    /// <summary>The bank's or Radar's no: the intent stays, and comes with the error.</summary>
    public static StandInAnswer Declined(string code, string message, string? declineCode, JsonObject intent)
    {
        var body = Error("card_error", code, message, declineCode);
        body["error"]!["payment_intent"] = intent;
        return new StandInAnswer(402, body);
    }

    public static JsonObject Error(string type, string? code, string message, string? declineCode = null, string? parameter = null) =>
        new()
        {
            ["error"] = new JsonObject
            {
                ["type"] = type,
                ["code"] = code,
                ["decline_code"] = declineCode,
                ["message"] = message,
                ["param"] = parameter,
            },
        };
}
