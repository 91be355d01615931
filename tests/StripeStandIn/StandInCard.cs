using System.Text.Json.Nodes;

namespace Checkout.Testing.Stripe;

/// <summary>What a test card does (https://docs.stripe.com/testing).</summary>
/// <param name="DeclineCode">Null where the card is accepted.</param>
/// <param name="Challenges">The bank asks for the shopper each time.</param>
/// <param name="RiskLevel">What Radar thinks; normal, elevated or highest.</param>
public sealed record StandInCard(
    string Type,
    string Brand,
    string LastFour,
    string? DeclineCode = null,
    bool Challenges = false,
    string RiskLevel = "normal",
    int RiskScore = 12
)
{
    private static readonly StandInCard Visa = new("card", "visa", "4242");

    private static readonly Dictionary<string, StandInCard> ByName = new(StringComparer.Ordinal)
    {
        ["pm_card_visa"] = Visa,
        ["tok_visa"] = Visa,
        ["4242424242424242"] = Visa,
        ["pm_card_mastercard"] = new("card", "mastercard", "4444"),
        ["5555555555554444"] = new("card", "mastercard", "4444"),
        ["pm_card_chargeDeclined"] = Visa with { LastFour = "0002", DeclineCode = "generic_decline" },
        ["4000000000000002"] = Visa with { LastFour = "0002", DeclineCode = "generic_decline" },
        ["pm_card_chargeDeclinedInsufficientFunds"] = Visa with { LastFour = "9995", DeclineCode = "insufficient_funds" },
        ["4000000000009995"] = Visa with { LastFour = "9995", DeclineCode = "insufficient_funds" },
        ["pm_card_authenticationRequired"] = Visa with { LastFour = "3184", Challenges = true },
        ["4000002760003184"] = Visa with { LastFour = "3184", Challenges = true },
        ["pm_card_riskLevelElevated"] = Visa with { LastFour = "9235", RiskLevel = "elevated", RiskScore = 67 },
        ["4000000000009235"] = Visa with { LastFour = "9235", RiskLevel = "elevated", RiskScore = 67 },
        ["pm_card_radarBlock"] = Visa with { LastFour = "0101", DeclineCode = "fraudulent", RiskLevel = "highest", RiskScore = 92 },
        ["klarna"] = new("klarna", "", "", Challenges: true),
    };

    /// <summary>By the name of a test method, a token of older forms, or a number given to Stripe.js; null for a name that nobody knows.</summary>
    public static StandInCard? Find(string name) => ByName.GetValueOrDefault(name);
}

/// <summary>A PaymentMethod: used once, unless a customer owns it.</summary>
public sealed class StandInMethod(string id, StandInCard card)
{
    public string Id { get; } = id;
    public StandInCard Card { get; } = card;
    public string? Customer { get; set; }
    public bool IsUsed { get; set; }

    public JsonObject Details(bool multicapture)
    {
        var details = new JsonObject { ["type"] = Card.Type };
        if (Card.Type == "card")
        {
            details["card"] = new JsonObject
            {
                ["brand"] = Card.Brand,
                ["last4"] = Card.LastFour,
                ["exp_month"] = 4,
                ["exp_year"] = 2034,
                ["multicapture"] = new JsonObject { ["status"] = multicapture ? "available" : "unavailable" },
            };
        }

        return details;
    }
}

/// <summary>A ConfirmationToken: what Elements collected, good for one confirmation.</summary>
public sealed class StandInConfirmationToken(string id, StandInCard card, string? setupFutureUsage)
{
    public string Id { get; } = id;
    public StandInCard Card { get; } = card;
    public string? SetupFutureUsage { get; } = setupFutureUsage;
    public bool IsUsed { get; set; }
}
