using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Checkout.Testing.Stripe;
using Shouldly;
using Xunit;

namespace Checkout.Gateways.Tests.Stripe;

/// <summary>The stand-in refuses what Stripe refuses: a driver that passes against it must not fail against Stripe.</summary>
public sealed class StripeStandInTests : IAsyncLifetime
{
    private readonly HttpClient http = new();
    private StripeStandIn standIn = null!;

    [Theory]
    [InlineData("payment_method", "pm_card_visa", "frobnicate", "yes", 400, "parameter_unknown")]
    [InlineData("payment_method", "pm_card_visa", "amount", "-1", 400, "parameter_invalid_integer")]
    [InlineData("payment_method", "pm_card_visa", "amount", "49", 400, "amount_too_small")]
    [InlineData("payment_method", "pm_card_visa", "amount", "100000000", 400, "amount_too_large")]
    [InlineData("payment_method", "pm_card_visa", "currency", "CAD", 400, "parameter_invalid")]
    [InlineData("payment_method", "pm_card_visa", "off_session", "true", 400, null)]
    [InlineData("payment_method", "pm_card_visa", "customer", "cus_nobody", 404, "resource_missing")]
    [InlineData("payment_method", "pm_card_visa", "receipt_email", "nobody", 400, "email_invalid")]
    [InlineData("payment_method", "pm_card_visa", "shipping[name]", "Alex Roy", 400, "parameter_missing")]
    [InlineData("payment_method", "pm_card_visa", "statement_descriptor_suffix", "1234", 400, "parameter_invalid_string")]
    [InlineData("payment_method", "pm_card_visa", "allowed_payment_method_types[0]", "ideal", 400, "parameter_invalid")]
    [InlineData("payment_method", "4242424242424242", "description", "A card number is no payment method.", 400, "resource_missing")]
    [InlineData("payment_method", "klarna", "description", "Without return_url.", 400, "parameter_missing")]
    public async Task Create_WhatStripeRefuses_IsRefused(
        string name,
        string value,
        string other,
        string otherValue,
        int status,
        string? code
    )
    {
        var (answered, error) = await Create((name, value), (other, otherValue));

        (answered, error).ShouldBe((status, code));
        standIn.Ledger.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Create_MethodUsedOnce_IsNotTakenAgain()
    {
        await Create(("payment_method", "pm_card_visa"));

        (await Create(("payment_method", "pm_1"))).Status.ShouldBe(400);
        standIn.Ledger.Held.ShouldBe(5000);
    }

    [Fact]
    public async Task Create_ConfirmationTokenUsedOnce_IsNotTakenAgain()
    {
        await Post("v1/confirmation_tokens", StripeStandIn.PublishableKey, ("type", "card"), ("number", "4242424242424242"));

        (await Create(("confirmation_token", "ctoken_1"))).Status.ShouldBe(200);
        (await Create(("confirmation_token", "ctoken_1"))).Status.ShouldBe(400);
    }

    [Fact]
    public async Task Capture_BeyondTheHoldOrAfterItsEnd_IsRefused()
    {
        await Create(("payment_method", "pm_card_visa"));
        await Create(("payment_method", "pm_card_visa"));
        await Post("v1/payment_intents/pi_2/cancel", StripeStandIn.ApiKey);

        (await Post("v1/payment_intents/pi_1/capture", StripeStandIn.ApiKey, ("amount_to_capture", "5001"))).ShouldBe(
            (400, "amount_too_large")
        );
        (await Post("v1/payment_intents/pi_1/capture", StripeStandIn.ApiKey)).Status.ShouldBe(200);
        (await Post("v1/payment_intents/pi_1/capture", StripeStandIn.ApiKey)).ShouldBe((400, "payment_intent_unexpected_state"));
        (await Post("v1/payment_intents/pi_2/capture", StripeStandIn.ApiKey)).ShouldBe((400, "payment_intent_unexpected_state"));
        (await Post("v1/payment_intents/pi_1/cancel", StripeStandIn.ApiKey)).ShouldBe((400, "payment_intent_unexpected_state"));
        standIn.Ledger.Captured.ShouldBe(5000);
    }

    [Fact]
    public async Task Refund_MoreThanChargedOrOfADisputedCharge_IsRefused()
    {
        await Create(("payment_method", "pm_card_visa"));
        (await Post("v1/refunds", StripeStandIn.ApiKey, ("charge", "ch_1"))).ShouldBe((400, "charge_already_refunded"));
        await Post("v1/payment_intents/pi_1/capture", StripeStandIn.ApiKey);

        (await Post("v1/refunds", StripeStandIn.ApiKey, ("charge", "ch_1"), ("amount", "5001"))).ShouldBe((400, "amount_too_large"));
        (await Post("v1/refunds", StripeStandIn.ApiKey, ("charge", "ch_1"), ("amount", "2000"))).Status.ShouldBe(200);
        (await Post("v1/refunds", StripeStandIn.ApiKey, ("charge", "ch_1"), ("amount", "3001"))).ShouldBe((400, "amount_too_large"));
        standIn.Ledger.Dispute("pi_1");
        (await Post("v1/refunds", StripeStandIn.ApiKey, ("charge", "ch_1"), ("amount", "1"))).ShouldBe((400, "charge_disputed"));
        standIn.Ledger.Refunded.ShouldBe(2000);
    }

    [Fact]
    public async Task Key_UsedWithOtherParameters_IsAnIdempotencyErrorUnlessNothingWasBegun()
    {
        http.DefaultRequestHeaders.Add("Idempotency-Key", "once");

        (await Create(("payment_method", "pm_card_visa"), ("frobnicate", "yes"))).Code.ShouldBe("parameter_unknown");
        (await Create(("payment_method", "pm_card_visa"))).Status.ShouldBe(200);
        var error = await Error(await Send("v1/payment_intents", StripeStandIn.ApiKey, ("amount", "6000")));

        error!["type"]!.GetValue<string>().ShouldBe("idempotency_error");
    }

    [Fact]
    public async Task PublishableKey_MakesTokensAndNothingElse()
    {
        (await Post("v1/payment_intents", StripeStandIn.PublishableKey, ("amount", "5000"), ("currency", "cad"))).ShouldBe(
            (401, "secret_key_required")
        );
        (await Post("v1/confirmation_tokens", StripeStandIn.ApiKey, ("type", "card"), ("number", "4242424242424242"))).Status.ShouldBe(404);
    }

    public async Task InitializeAsync()
    {
        standIn = await StripeStandIn.Start();
        http.BaseAddress = new Uri(standIn.Address);
    }

    public async Task DisposeAsync()
    {
        http.Dispose();
        await standIn.DisposeAsync();
    }

    private Task<(int Status, string? Code)> Create(params (string Name, string Value)[] fields)
    {
        var all = new Dictionary<string, string>
        {
            ["amount"] = "5000",
            ["currency"] = "cad",
            ["capture_method"] = "manual",
            ["confirm"] = "true",
        };
        foreach (var (name, value) in fields)
            all[name] = value;
        return Post("v1/payment_intents", StripeStandIn.ApiKey, [.. all.Select(f => (f.Key, f.Value))]);
    }

    private async Task<(int Status, string? Code)> Post(string path, string key, params (string Name, string Value)[] fields)
    {
        using var answer = await Send(path, key, fields);
        return ((int)answer.StatusCode, (await Error(answer))?["code"]?.GetValue<string>());
    }

    private static async Task<JsonNode?> Error(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonObject>())?["error"];

    private async Task<HttpResponseMessage> Send(string path, string key, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))),
        };
        request.Headers.Authorization = new("Bearer", key);
        return await http.SendAsync(request);
    }
}
