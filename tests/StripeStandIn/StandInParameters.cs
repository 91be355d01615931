using System.Globalization;
using System.Text.RegularExpressions;

namespace Checkout.Testing.Stripe;

/// <summary>
/// What each call may send, and in what form: a parameter that Stripe does not know is refused, as is one of the wrong
/// form, before anything is begun (https://docs.stripe.com/api/errors).
/// </summary>
internal static partial class StandInParameters
{
    private const string Common = @"expand\[\d*\]|metadata\[[^\]]{1,40}\]";

    [GeneratedRegex(
        @"^(amount|currency|capture_method|confirm|payment_method|confirmation_token|customer|description|receipt_email|off_session|use_stripe_sdk|return_url|setup_future_usage|statement_descriptor_suffix|allowed_payment_method_types\[\d*\]|payment_method_options\[card\]\[request_multicapture\]|payment_method_data\[type\]|payment_method_data\[card\]\[token\]|shipping\[(name|phone)\]|shipping\[address\]\[(line1|line2|city|state|postal_code|country)\]|"
            + Common
            + ")$"
    )]
    private static partial Regex CreateIntent();

    [GeneratedRegex(@"^(amount_to_capture|final_capture|statement_descriptor_suffix|" + Common + ")$")]
    private static partial Regex Capture();

    [GeneratedRegex(@"^(cancellation_reason|expand\[\d*\])$")]
    private static partial Regex Cancel();

    [GeneratedRegex(@"^(return_url|use_stripe_sdk|payment_method|expand\[\d*\])$")]
    private static partial Regex Confirm();

    [GeneratedRegex(@"^(charge|payment_intent|amount|reason|" + Common + ")$")]
    private static partial Regex CreateRefund();

    [GeneratedRegex(@"^(email|name|phone|description|" + Common + ")$")]
    private static partial Regex CreateCustomer();

    [GeneratedRegex(
        @"^(limit|starting_after|ending_before|customer|email|charge|payment_intent|created\[(gt|gte|lt|lte)\]|expand\[\d*\])$"
    )]
    private static partial Regex List();

    [GeneratedRegex(@"^(query|limit|page|expand\[\d*\])$")]
    private static partial Regex Search();

    [GeneratedRegex(@"^(client_secret|expand\[\d*\])$")]
    private static partial Regex Retrieve();

    [GeneratedRegex(@"^(number|type|setup_future_usage|return_url)$")]
    private static partial Regex CreateConfirmationToken();

    [GeneratedRegex(@"^(outcome|client_secret)$")]
    private static partial Regex Challenge();

    /// <summary>Null when the call may send these.</summary>
    public static StandInAnswer? Refuse(string method, string[] path, IReadOnlyDictionary<string, string> fields)
    {
        var known = (method, path) switch
        {
            ("POST", ["v1", "payment_intents"]) => CreateIntent(),
            ("POST", ["v1", "payment_intents", _, "capture"]) => Capture(),
            ("POST", ["v1", "payment_intents", _, "cancel"]) => Cancel(),
            ("POST", ["v1", "payment_intents", _, "confirm"]) => Confirm(),
            ("POST", ["v1", "payment_intents", _, "challenge"]) => Challenge(),
            ("POST", ["v1", "refunds"]) => CreateRefund(),
            ("POST", ["v1", "customers"]) => CreateCustomer(),
            ("POST", ["v1", "confirmation_tokens"]) => CreateConfirmationToken(),
            ("GET", ["v1", "payment_intents", "search"]) => Search(),
            ("GET", ["v1", _]) => List(),
            _ => Retrieve(),
        };
        foreach (var (name, value) in fields)
        {
            if (!known.IsMatch(name))
                return StandInAnswer.Invalid("parameter_unknown", $"Received unknown parameter: {name}", name);
            if (value.Length == 0)
                return StandInAnswer.Invalid("parameter_invalid_empty", $"You passed an empty string for '{name}'.", name);
            if (name.StartsWith("metadata[", StringComparison.Ordinal) && value.Length > 500)
                return StandInAnswer.Invalid("parameter_invalid_string", "Metadata values can have up to 500 characters.", name);
            if (name is "confirm" or "off_session" or "use_stripe_sdk" or "final_capture" && value is not ("true" or "false"))
                return StandInAnswer.Invalid("parameter_invalid_boolean", $"Invalid boolean: {value}", name);
            if (name is "amount" or "amount_to_capture" && Amount(fields, name) is null)
                return StandInAnswer.Invalid("parameter_invalid_integer", $"Invalid positive integer: {value}", name);
        }

        return fields.Count(f => f.Key.StartsWith("metadata[", StringComparison.Ordinal)) > 50
            ? StandInAnswer.Invalid("parameter_invalid", "Metadata has too many keys.", "metadata")
            : null;
    }

    /// <summary>Null when it is not there or no positive whole number.</summary>
    public static long? Amount(IReadOnlyDictionary<string, string> fields, string name) =>
        long.TryParse(fields.GetValueOrDefault(name), NumberStyles.None, CultureInfo.InvariantCulture, out var amount) && amount > 0
            ? amount
            : null;

    /// <summary>What Stripe can charge at all in a currency (https://docs.stripe.com/currencies).</summary>
    public static StandInAnswer? RefuseAmount(long amount, string currency)
    {
        if (currency.Length != 3 || !currency.All(char.IsAsciiLetterLower))
            return StandInAnswer.Invalid("parameter_invalid", $"Invalid currency: {currency}", "currency");
        if (amount > 99_999_999)
            return StandInAnswer.Refused("Amount must be no more than 999,999.99.", "amount_too_large", "amount");
        if (currency is "usd" or "cad" or "eur" && amount < 50)
            return StandInAnswer.Refused("Amount must be at least 50.", "amount_too_small", "amount");
        var step = currency switch
        {
            "isk" or "ugx" => 100,
            "bhd" or "jod" or "kwd" or "omr" or "tnd" => 10,
            _ => 1,
        };
        return amount % step == 0
            ? null
            : StandInAnswer.Invalid("parameter_invalid_integer", $"The amount must be divisible by {step}.", "amount");
    }

    /// <summary>What a card's statement can show (https://docs.stripe.com/get-started/account/statement-descriptors).</summary>
    public static StandInAnswer? RefuseSuffix(string? suffix) =>
        suffix is null || (suffix.Length <= 22 && suffix.Any(char.IsAsciiLetter) && suffix.IndexOfAny(['<', '>', '\\', '\'', '"', '*']) < 0)
            ? null
            : StandInAnswer.Invalid(
                "parameter_invalid_string",
                "The statement descriptor suffix is not one that card networks take.",
                "statement_descriptor_suffix"
            );
}
