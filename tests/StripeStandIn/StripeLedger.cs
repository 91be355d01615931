using System.Globalization;
using System.Text.Json.Nodes;

namespace Checkout.Testing.Stripe;

/// <summary>The stand-in's objects, and what may be done with them: whatever Stripe refuses is refused here.</summary>
public sealed class StripeLedger(TimeProvider clock)
{
    /// <summary>Methods that can be held and captured later (https://docs.stripe.com/payments/place-a-hold-on-a-payment-method).</summary>
    private static readonly string[] Holdable =
    [
        "affirm",
        "afterpay_clearpay",
        "amazon_pay",
        "card",
        "cashapp",
        "klarna",
        "link",
        "mobilepay",
        "paypal",
        "revolut_pay",
    ];

    private readonly Lock gate = new();
    private readonly List<(StandInIntent Intent, long Created)> intents = [];
    private readonly List<StandInRefund> refunds = [];
    private readonly List<StandInCustomer> customers = [];
    private readonly List<StandInDispute> disputes = [];
    private readonly List<StandInMethod> methods = [];
    private readonly List<StandInConfirmationToken> confirmationTokens = [];
    private readonly HashSet<string> usedTokens = new(StringComparer.Ordinal);

    /// <summary>Whether cards can be captured more than once.</summary>
    public bool Multicapture { get; set; } = true;

    public long Captured => Sum(() => Intents.Sum(i => i.Received));
    public long Refunded => Sum(() => refunds.Where(r => r.Status != "failed").Sum(r => r.Amount));
    public long Held => Sum(() => Intents.Sum(i => i.Capturable));

    /// <summary>PaymentIntents.</summary>
    public int Count => (int)Sum(() => intents.Count);
    public int Customers => (int)Sum(() => customers.Count);

    private IEnumerable<StandInIntent> Intents => intents.Select(i => i.Intent);

    /// <param name="isPublic">Asked with a publishable key: a browser makes tokens, and sees an intent whose secret it knows.</param>
    public StandInAnswer Handle(string method, string path, IReadOnlyDictionary<string, string> fields, bool isPublic)
    {
        lock (gate)
        {
            var parts = path.Trim('/').Split('/');
            if (StandInParameters.Refuse(method, parts, fields) is { } refused)
                return refused;
            return (isPublic, method, parts) switch
            {
                (true, "POST", ["v1", "confirmation_tokens"]) => CreateConfirmationToken(fields),
                (true, "GET", ["v1", "payment_intents", var id]) => WithSecret(id, fields, i => StandInAnswer.Ok(i.Json())),
                (true, "POST", ["v1", "payment_intents", var id, "challenge"]) => WithSecret(
                    id,
                    fields,
                    i => Challenged(i, fields["outcome"] == "passed")
                ),
                (true, _, _) => new StandInAnswer(
                    401,
                    StandInAnswer.Error(
                        "invalid_request_error",
                        "secret_key_required",
                        "This API call cannot be made with a publishable API key."
                    )
                ),
                (_, "POST", ["v1", "payment_intents"]) => Create(fields),
                (_, "GET", ["v1", "payment_intents"]) => List(fields),
                (_, "GET", ["v1", "payment_intents", "search"]) => Search(fields["query"]),
                (_, "GET", ["v1", "payment_intents", var id]) => With(id, i => StandInAnswer.Ok(i.Json())),
                (_, "POST", ["v1", "payment_intents", var id, "confirm"]) => With(id, i => Confirm(i)),
                (_, "POST", ["v1", "payment_intents", var id, "capture"]) => With(id, i => Capture(i, fields)),
                (_, "POST", ["v1", "payment_intents", var id, "cancel"]) => With(id, Cancel),
                (_, "GET", ["v1", "disputes", var id]) => disputes.Find(d => d.Id == id) is { } dispute
                    ? StandInAnswer.Ok(dispute.Json())
                    : StandInAnswer.Missing("dispute", id, "dispute"),
                (_, "POST", ["v1", "refunds"]) => MakeRefund(fields),
                (_, "GET", ["v1", "refunds"]) => StandInAnswer.List(refunds.Where(r => r.Charge == fields["charge"]).Select(r => r.Json())),
                (_, "POST", ["v1", "customers"]) => CreateCustomer(fields),
                (_, "GET", ["v1", "customers"]) => StandInAnswer.List(
                    customers.Where(c => c.Email == fields.GetValueOrDefault("email")).Select(c => c.Json())
                ),
                _ => new StandInAnswer(
                    404,
                    StandInAnswer.Error("invalid_request_error", null, $"Unrecognized request URL ({method}: {path}).")
                ),
            };
        }
    }

    /// <summary>The shopper goes through the bank's challenge.</summary>
    public void Challenge(string reference, bool passed)
    {
        lock (gate)
            Challenged(Intent(reference), passed);
    }

    /// <summary>The card of a refund that was taken turns out to be closed.</summary>
    public void FailRefund(string reference)
    {
        lock (gate)
        {
            var refund = refunds.Single(r => r.Id == reference);
            refund.Status = "failed";
            Intents.Single(i => i.Charge == refund.Charge).Returned -= refund.Amount;
        }
    }

    /// <summary>Somebody captures in the dashboard: the amount, or all that is held.</summary>
    public void CaptureInDashboard(string reference, long? amount = null)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        if (amount is { } part)
            fields["amount_to_capture"] = part.ToString(CultureInfo.InvariantCulture);
        lock (gate)
            Capture(Intent(reference), fields);
    }

    /// <summary>Somebody refunds in the dashboard; the refund's id.</summary>
    public string RefundInDashboard(string reference, long amount)
    {
        lock (gate)
            MakeRefund(
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["payment_intent"] = reference,
                    ["amount"] = amount.ToString(CultureInfo.InvariantCulture),
                }
            );
        return refunds[^1].Id;
    }

    /// <summary>Somebody releases the hold in the dashboard.</summary>
    public void CancelInDashboard(string reference)
    {
        lock (gate)
            Cancel(Intent(reference));
    }

    /// <summary>Seven days go by.</summary>
    public void Expire(string reference)
    {
        lock (gate)
        {
            var intent = Intent(reference);
            (intent.Status, intent.CancellationReason, intent.Capturable) = ("canceled", "automatic", 0);
        }
    }

    /// <summary>The cardholder contests the charge: until that is settled it cannot be refunded.</summary>
    public StandInDispute Dispute(string reference)
    {
        lock (gate)
        {
            var intent = Intent(reference);
            var dispute = new StandInDispute($"dp_{disputes.Count + 1}", intent);
            intent.IsDisputed = true;
            disputes.Add(dispute);
            return dispute;
        }
    }

    private long Sum(Func<long> sum)
    {
        lock (gate)
            return sum();
    }

    private StandInIntent Intent(string reference) => Intents.Single(i => i.Id == reference);

    private StandInAnswer With(string id, Func<StandInIntent, StandInAnswer> then) =>
        Intents.FirstOrDefault(i => i.Id == id) is { } intent ? then(intent) : StandInAnswer.Missing("payment_intent", id, "intent");

    private StandInAnswer WithSecret(string id, IReadOnlyDictionary<string, string> fields, Func<StandInIntent, StandInAnswer> then) =>
        With(
            id,
            intent =>
                fields.GetValueOrDefault("client_secret") == intent.ClientSecret
                    ? then(intent)
                    : StandInAnswer.Missing("payment_intent", id, "intent")
        );

    private StandInAnswer Create(IReadOnlyDictionary<string, string> fields)
    {
        var currency = fields.GetValueOrDefault("currency") ?? "";
        if (StandInParameters.Amount(fields, "amount") is not { } amount)
            return StandInAnswer.Invalid("parameter_missing", "Missing required param: amount.", "amount");
        if (
            (
                StandInParameters.RefuseAmount(amount, currency)
                ?? StandInParameters.RefuseSuffix(fields.GetValueOrDefault("statement_descriptor_suffix"))
                ?? RefuseForm(fields)
            ) is
            { } refused
        )
            return refused;
        var customer = fields.GetValueOrDefault("customer");
        if (customer is not null && customers.TrueForAll(c => c.Id != customer))
            return StandInAnswer.Missing("customer", customer, "customer");

        var setup = fields.GetValueOrDefault("setup_future_usage");
        if (Method(fields, customer, ref setup, out var method) is { } noMethod)
            return noMethod;
        var types = fields
            .Where(f => f.Key.StartsWith("allowed_payment_method_types[", StringComparison.Ordinal))
            .Select(f => f.Value)
            .ToList();
        if (types.Count > 0 && !types.Contains(method.Card.Type))
            return StandInAnswer.Refused(
                $"The PaymentMethod provided ({method.Card.Type}) is not allowed for this PaymentIntent.",
                parameter: "payment_method"
            );
        if (method.Card.Type != "card" && !fields.ContainsKey("return_url"))
            return StandInAnswer.Invalid("parameter_missing", "A return_url must be specified for this payment method.", "return_url");

        var intent = new StandInIntent(intents.Count + 1, amount, currency, method, Multicapture)
        {
            Customer = customer,
            SetupFutureUsage = setup,
            ReturnUrl = fields.GetValueOrDefault("return_url"),
        };
        Merge(intent.Metadata, fields);
        intents.Add((intent, clock.GetUtcNow().ToUnixTimeSeconds()));
        if (method.Card.DeclineCode is { } reason)
        {
            intent.Fail(
                "card_declined",
                reason == "insufficient_funds" ? "Your card has insufficient funds." : "Your card was declined.",
                reason
            );
            return StandInAnswer.Declined("card_declined", intent.LastError!["message"]!.GetValue<string>(), reason, intent.Json());
        }

        if (method.Card.Challenges && fields.GetValueOrDefault("off_session") == "true")
        {
            intent.Fail(
                "authentication_required",
                "Your card was declined. This transaction requires authentication.",
                "authentication_required"
            );
            return StandInAnswer.Declined(
                "authentication_required",
                "This transaction requires authentication.",
                "authentication_required",
                intent.Json()
            );
        }

        if (method.Card.Challenges)
            intent.Status = "requires_action";
        else
            intent.Authorize();
        return StandInAnswer.Ok(intent.Json());
    }

    /// <summary>What goes together and what does not (https://docs.stripe.com/api/payment_intents/create).</summary>
    private static StandInAnswer? RefuseForm(IReadOnlyDictionary<string, string> fields)
    {
        if (fields.GetValueOrDefault("capture_method") != "manual" || fields.GetValueOrDefault("confirm") != "true")
            return StandInAnswer.Refused("The stand-in knows manual capture with confirm only.");
        if (new[] { "payment_method", "confirmation_token", "payment_method_data[type]" }.Count(fields.ContainsKey) != 1)
            return StandInAnswer.Invalid(
                "parameter_missing",
                "You cannot confirm this PaymentIntent because it's missing a payment method.",
                "payment_method"
            );
        var types = fields.Where(f => f.Key.StartsWith("allowed_payment_method_types[", StringComparison.Ordinal)).Select(f => f.Value);
        if (types.FirstOrDefault(t => !Holdable.Contains(t)) is { } type)
            return StandInAnswer.Invalid(
                "parameter_invalid",
                $"The payment method type {type} does not support manual capture.",
                "capture_method"
            );
        if (fields.GetValueOrDefault("off_session") == "true" && !fields.ContainsKey("customer"))
            return StandInAnswer.Refused(
                "You cannot confirm with off_session=true when there is no customer whose payment method was set up for it.",
                parameter: "off_session"
            );
        if (fields.GetValueOrDefault("off_session") == "true" && fields.ContainsKey("setup_future_usage"))
            return StandInAnswer.Refused("You cannot pass setup_future_usage together with off_session=true.", parameter: "off_session");
        if (fields.GetValueOrDefault("setup_future_usage") is { } setup and not ("off_session" or "on_session"))
            return StandInAnswer.Invalid("parameter_invalid", $"Invalid setup_future_usage: {setup}", "setup_future_usage");
        if (fields.GetValueOrDefault("receipt_email") is { } mail && !mail.Contains('@', StringComparison.Ordinal))
            return StandInAnswer.Refused($"Invalid email address: {mail}", "email_invalid", "receipt_email");
        if (fields.Keys.Any(k => k.StartsWith("shipping[", StringComparison.Ordinal)))
        {
            foreach (var needed in new[] { "shipping[name]", "shipping[address][line1]" })
                if (!fields.ContainsKey(needed))
                    return StandInAnswer.Invalid("parameter_missing", $"Missing required param: {needed}.", needed);
        }

        return fields.GetValueOrDefault("payment_method_options[card][request_multicapture]") is null or "if_available" or "never"
            ? null
            : StandInAnswer.Invalid(
                "parameter_invalid",
                "Invalid request_multicapture.",
                "payment_method_options[card][request_multicapture]"
            );
    }

    /// <summary>The method that is to pay; refused when it is not there, spent, or somebody else's.</summary>
    private StandInAnswer? Method(IReadOnlyDictionary<string, string> fields, string? customer, ref string? setup, out StandInMethod method)
    {
        method = null!;
        if (fields.GetValueOrDefault("confirmation_token") is { } tokenId)
        {
            if (confirmationTokens.Find(t => t.Id == tokenId) is not { } token)
                return StandInAnswer.Missing("confirmationtoken", tokenId, "confirmation_token");
            if (token.IsUsed)
                return StandInAnswer.Refused(
                    "This ConfirmationToken has already been used to confirm a previous PaymentIntent or SetupIntent.",
                    parameter: "confirmation_token"
                );
            if (token.SetupFutureUsage is { } wanted && setup is not null && setup != wanted)
                return StandInAnswer.Refused(
                    "The setup_future_usage of the ConfirmationToken and of the PaymentIntent are different.",
                    parameter: "setup_future_usage"
                );
            setup ??= token.SetupFutureUsage;
            token.IsUsed = true;
            method = NewMethod(token.Card);
            return null;
        }

        var name = fields.GetValueOrDefault("payment_method") ?? fields.GetValueOrDefault("payment_method_data[card][token]") ?? "";
        if (methods.Find(m => m.Id == name) is { } known)
        {
            if (known.Customer != customer && known.Customer is not null)
                return StandInAnswer.Refused(
                    "The PaymentMethod you provided is attached to a customer so for security purposes you must provide the customer in the request.",
                    parameter: "payment_method"
                );
            if (known.Customer is null && known.IsUsed)
                return StandInAnswer.Refused(
                    "The provided PaymentMethod was previously used with a PaymentIntent without Customer attachment. It may not be used again.",
                    parameter: "payment_method"
                );
            method = known;
        }
        else if (
            name.StartsWith("tok_", StringComparison.Ordinal)
            && !usedTokens.Add(name)
            && !name.Equals("tok_visa", StringComparison.Ordinal)
        )
            return StandInAnswer.Refused(
                "You cannot use a Stripe token more than once.",
                "token_already_used",
                "payment_method_data[card][token]"
            );
        else if (
            name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-')
            && !name.All(char.IsAsciiDigit)
            && StandInCard.Find(name) is { } card
        )
            method = NewMethod(card);
        else
            return new StandInAnswer(
                400,
                StandInAnswer.Error(
                    "invalid_request_error",
                    "resource_missing",
                    $"No such PaymentMethod: '{name}'",
                    parameter: "payment_method"
                )
            );
        return fields.GetValueOrDefault("off_session") == "true" && method.Customer is null
            ? StandInAnswer.Refused("The PaymentMethod was not set up for payments without its owner.", parameter: "off_session")
            : null;
    }

    private StandInMethod NewMethod(StandInCard card)
    {
        var method = new StandInMethod($"pm_{methods.Count + 1}", card);
        methods.Add(method);
        return method;
    }

    private StandInAnswer CreateConfirmationToken(IReadOnlyDictionary<string, string> fields)
    {
        var name = fields.GetValueOrDefault("type") is "card"
            ? fields.GetValueOrDefault("number") ?? ""
            : fields.GetValueOrDefault("type") ?? "";
        if (StandInCard.Find(name) is not { } card)
            return new StandInAnswer(
                402,
                StandInAnswer.Error("card_error", "incorrect_number", "Your card number is incorrect.", parameter: "number")
            );
        var token = new StandInConfirmationToken(
            $"ctoken_{confirmationTokens.Count + 1}",
            card,
            fields.GetValueOrDefault("setup_future_usage")
        );
        confirmationTokens.Add(token);
        return StandInAnswer.Ok(
            new JsonObject
            {
                ["id"] = token.Id,
                ["object"] = "confirmation_token",
                ["payment_method_preview"] = new StandInMethod("", card).Details(multicapture: true),
            }
        );
    }

    private static StandInAnswer Challenged(StandInIntent intent, bool passed)
    {
        if (intent.Status != "requires_action")
            return Unexpected(intent);
        if (passed)
            intent.Authorize();
        else
            intent.Fail("payment_intent_authentication_failure", "The bank did not confirm.");
        return StandInAnswer.Ok(intent.Json());
    }

    private static StandInAnswer Confirm(StandInIntent intent) =>
        intent.Status is "requires_confirmation" or "requires_action" ? StandInAnswer.Ok(intent.Json()) : Unexpected(intent);

    private static StandInAnswer Capture(StandInIntent intent, IReadOnlyDictionary<string, string> fields)
    {
        if (intent.Status != "requires_capture")
            return Unexpected(intent);
        var amount = StandInParameters.Amount(fields, "amount_to_capture") ?? intent.Capturable;
        if (amount > intent.Capturable)
            return StandInAnswer.Refused("The amount is greater than what can be captured.", "amount_too_large", "amount_to_capture");
        var final = fields.GetValueOrDefault("final_capture") != "false";
        if (!final && !intent.Multicapture)
            return StandInAnswer.Invalid("parameter_invalid", "Multicapture is not available.", "final_capture");

        intent.Received += amount;
        intent.Capturable = final ? 0 : intent.Capturable - amount;
        intent.Status = final ? "succeeded" : intent.Status;
        Merge(intent.Metadata, fields);
        return StandInAnswer.Ok(intent.Json());
    }

    private static StandInAnswer Cancel(StandInIntent intent)
    {
        if (intent.Status is "succeeded" or "canceled")
            return Unexpected(intent);
        (intent.Status, intent.Capturable) = ("canceled", 0);
        return StandInAnswer.Ok(intent.Json());
    }

    private static StandInAnswer Unexpected(StandInIntent intent)
    {
        var body = StandInAnswer.Error(
            "invalid_request_error",
            "payment_intent_unexpected_state",
            $"This PaymentIntent could not be changed because it has a status of {intent.Status}."
        );
        body["error"]!["payment_intent"] = intent.Json();
        return new StandInAnswer(400, body);
    }

    private StandInAnswer MakeRefund(IReadOnlyDictionary<string, string> fields)
    {
        if (fields.ContainsKey("charge") == fields.ContainsKey("payment_intent"))
            return StandInAnswer.Invalid("parameter_missing", "One of charge and payment_intent is needed.", "charge");
        if (
            Intents.FirstOrDefault(i =>
                i.Charge == fields.GetValueOrDefault("charge") || i.Id == fields.GetValueOrDefault("payment_intent")
            )
            is not { } intent
        )
            return StandInAnswer.Missing("charge", fields.GetValueOrDefault("charge"), "charge");
        if (intent.IsDisputed)
            return StandInAnswer.Refused("The charge has been charged back and cannot be refunded.", "charge_disputed");
        var left = intent.Received - refunds.Where(r => r.Charge == intent.Charge && r.Status != "failed").Sum(r => r.Amount);
        if (left == 0)
            return StandInAnswer.Refused("The charge has already been refunded, or was never captured.", "charge_already_refunded");
        var amount = StandInParameters.Amount(fields, "amount") ?? left;
        if (amount > left)
            return StandInAnswer.Refused("The refund is greater than the unrefunded amount.", "amount_too_large", "amount");
        var refund = new StandInRefund($"re_{refunds.Count + 1}", intent.Charge, amount);
        Merge(refund.Metadata, fields);
        refunds.Add(refund);
        intent.Returned += amount;
        return StandInAnswer.Ok(refund.Json());
    }

    private StandInAnswer CreateCustomer(IReadOnlyDictionary<string, string> fields)
    {
        if (fields.GetValueOrDefault("email") is { } mail && !mail.Contains('@', StringComparison.Ordinal))
            return StandInAnswer.Refused($"Invalid email address: {mail}", "email_invalid", "email");
        var customer = new StandInCustomer(
            $"cus_{customers.Count + 1}",
            fields.GetValueOrDefault("email"),
            fields.GetValueOrDefault("name")
        );
        Merge(customer.Metadata, fields);
        customers.Add(customer);
        return StandInAnswer.Ok(customer.Json());
    }

    private StandInAnswer List(IReadOnlyDictionary<string, string> fields)
    {
        var since = long.Parse(fields.GetValueOrDefault("created[gte]") ?? "0", CultureInfo.InvariantCulture);
        var limit = int.Parse(fields.GetValueOrDefault("limit") ?? "10", CultureInfo.InvariantCulture);
        var newest = intents.Where(i => i.Created >= since).Select(i => i.Intent).Reverse().ToList();
        var from = fields.GetValueOrDefault("starting_after") is { } after ? newest.FindIndex(i => i.Id == after) + 1 : 0;
        return StandInAnswer.List(newest.Skip(from).Take(limit).Select(i => i.Json()), newest.Count > from + limit);
    }

    private StandInAnswer Search(string query)
    {
        // metadata['name']:'value'
        var parts = query.Split('\'');
        return StandInAnswer.List(Intents.Where(i => i.Metadata.GetValueOrDefault(parts[1]) == parts[3]).Select(i => i.Json()));
    }

    private static void Merge(Dictionary<string, string> metadata, IReadOnlyDictionary<string, string> fields)
    {
        foreach (var (name, value) in fields.Where(f => f.Key.StartsWith("metadata[", StringComparison.Ordinal)))
            metadata[name["metadata[".Length..^1]] = value;
    }
}
