using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Checkout.Local.Tests;

/// <summary>
/// The public guide's request (docs/contract/create-order.md) through the wire; what was charged is asked of the
/// gateway.
/// </summary>
[Collection(LocalCheckouts.Name)]
public sealed class CreateOrderTests(LocalCheckout checkout)
{
    [Fact]
    public async Task Create_TheGuidesRequest_RunsSixCommandsAndChargesOnce()
    {
        await checkout.Create(LocalCheckout.GuideRequest("warm-up"));
        var answer = await checkout.Create(LocalCheckout.GuideRequest("guide"));

        answer.Status.ShouldBe(200);
        answer.Data["jwt_token"].ShouldBeNull();
        Statuses(answer).ShouldBe(["succeeded", "succeeded", "succeeded", "succeeded", "succeeded", "succeeded"]);
        answer.State["order_balance"]!.GetValue<long>().ShouldBe(0);
        answer.State["is_processed"]!.GetValue<bool>().ShouldBeTrue();

        // 2 × 4500 less 10 %, GST 5 % and PST 7 % on that, and the cheapest shipping.
        answer.State["order_total"]!
            .GetValue<long>()
            .ShouldBe(8100 + 405 + 567 + 650);
        answer.Cost.ShouldBe(10);
        (await Ledger(answer.OrderId)).ShouldBe([("authorize", 9722, 1), ("capture", 9722, 1)]);
    }

    [Fact]
    public async Task Create_SameKeyAgain_AnswersFromTheRecord()
    {
        var first = await checkout.Create(LocalCheckout.GuideRequest("again"));
        var reordered = LocalCheckout.GuideRequest("again");
        var commands = reordered["commands"];
        reordered.Remove("commands");
        reordered.Insert(0, "commands", commands);

        var second = await checkout.Create(reordered);

        second.Status.ShouldBe(200);
        second.Json.ToJsonString().ShouldBe(first.Json.ToJsonString());
        (await Ledger(first.OrderId)).Length.ShouldBe(2);
    }

    [Fact]
    public async Task Create_SameKeyOtherBody_IsAMismatch()
    {
        await checkout.Create(LocalCheckout.GuideRequest("mismatch"));
        var other = LocalCheckout.GuideRequest("mismatch");
        other["send_receipt"] = false;

        var answer = await checkout.Create(other);

        answer.Status.ShouldBe(422);
        answer.Field.ShouldBe("idempotency_key");
        answer.SubType.ShouldBe("idempotency_mismatch");
    }

    [Fact]
    public async Task Create_TwentyAtOnce_MakeOneOrderAndOneCharge()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => checkout.Create(LocalCheckout.GuideRequest("crowd"))));

        answers.ShouldAllBe(answer => answer.Status == 200);
        answers.Select(answer => answer.OrderId).Distinct().Count().ShouldBe(1);
        (await Ledger(answers[0].OrderId)).ShouldBe([("authorize", 9722, 1), ("capture", 9722, 1)]);
    }

    [Theory]
    [InlineData("shipping_address", "0", "calculate_shipping")]
    [InlineData("billing_address", "2", "authorize_payments")]
    [InlineData("payments", "3", "process_order")]
    public async Task Create_SomethingMissing_FailsAtItsCommand_AndKeepsWhatWasDone(string missing, string key, string command)
    {
        var request = LocalCheckout.GuideRequest("without " + missing);
        request.Remove(missing);

        var answer = await checkout.Create(request);

        answer.Status.ShouldBe(422);
        answer.Data["failed_command"]!["key"]!.GetValue<string>().ShouldBe(key);
        answer.Data["failed_command"]!["command"]!.GetValue<string>().ShouldBe(command);
        var statuses = Statuses(answer);
        statuses.Take(int.Parse(key)).ShouldAllBe(status => status == "succeeded");
        statuses[int.Parse(key)].ShouldBe("failed");
        answer.State["is_processed"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task Create_TaxesCalculatedBeforeTheShippingTheyAreOn_AreRefusedAtProcessOrderAndCalculated()
    {
        await Payments.Shopping.Open(
            checkout,
            "taxesfirst",
            demo => demo with { TaxZones = [.. demo.TaxZones.Select(zone => zone with { TaxesShipping = true })] }
        );
        var request = LocalCheckout.GuideRequest("taxes first");
        request.Remove("payments");
        request.Remove("discounts");
        request["customer"]!.AsObject().Remove("public_id");
        request["cart_items"]![0]!["sku"] = Payments.Shopping.Sku;
        request["commands"] = new JsonObject
        {
            ["0"] = "calculate_tax_rates",
            ["1"] = "calculate_shipping",
            ["2"] = "process_order",
        };

        var answer = await checkout.Send(HttpMethod.Post, "/checkout/orders/taxesfirst/create", request.ToJsonString());

        (answer.Status, answer.Field, answer.SubType).ShouldBe((422, "tax", "tax_changed"), answer.Json.ToJsonString());
        answer.Data["failed_command"]!["command"]!.GetValue<string>().ShouldBe("process_order");

        // GST and PST of two boards and of their shipping.
        answer.State["taxes"]!
            .AsArray()
            .Sum(t => t!["value"]!.GetValue<long>())
            .ShouldBe(450 + 630 + 33 + 46);
        var again = await checkout.Send(HttpMethod.Post, "/checkout/orders/taxesfirst/create", request.ToJsonString());
        again.Field.ShouldBe("payment", "the taxes are right now; what is missing is a payment");
    }

    [Theory]
    [InlineData("shipping_address", "calculate_shipping")]
    [InlineData("billing_address", "authorize_payments")]
    public async Task Create_AddressOfEmptyTexts_IsMissing(string field, string command)
    {
        var request = LocalCheckout.GuideRequest("empty " + field);
        request[field] = JsonNode.Parse("""{"first_name":"","address_line_1":"","country":"","country_code":" "}""");

        var answer = await checkout.Create(request);

        answer.Status.ShouldBe(422);
        answer.Field.ShouldBe(field);
        answer.Data["failed_command"]!["command"]!.GetValue<string>().ShouldBe(command);
    }

    [Fact]
    public async Task Create_AddressByNamesAlone_IsShippedToAndTaxedAsByCodes()
    {
        var request = LocalCheckout.GuideRequest("names");
        var address = request["shipping_address"]!.AsObject();
        address.Remove("country_code");
        address.Remove("province_code");

        var answer = await checkout.Create(request);

        answer.Status.ShouldBe(200);
        answer.State["addresses"]!["shipping"]!["province_code"]!.GetValue<string>().ShouldBe("MB");
        answer.State["order_total"]!.GetValue<long>().ShouldBe(8100 + 405 + 567 + 650);
    }

    [Theory]
    [InlineData("shipping", "country_code", "XX", "country_code")]
    [InlineData("shipping", "province_code", "TX", "province")]
    [InlineData("shipping", "postal_code", "90210", "postal_code")]
    [InlineData("billing", "postal_code", "90210", "postal_code")]
    public async Task Create_AddressThatContradictsItself_IsRefusedBeforeAnythingRuns(string kind, string key, string value, string field)
    {
        var request = LocalCheckout.GuideRequest($"wrong {kind} {key}");
        request[$"{kind}_address"]![key] = value;

        var answer = await checkout.Create(request);

        answer.Status.ShouldBe(422);
        answer.Field.ShouldBe(field);
        answer.Error["type"]!.GetValue<string>().ShouldBe("address");
        answer.Error["address_type"]!.GetValue<string>().ShouldBe(kind);
        answer.Json["data"].ShouldBeNull();
    }

    [Theory]
    [InlineData("shipping")]
    [InlineData("billing")]
    public async Task Create_AddressOfACountryAlone_IsRefusedBeforeAnythingRuns(string kind)
    {
        var request = LocalCheckout.GuideRequest($"country alone {kind}");
        request[$"{kind}_address"] = JsonNode.Parse("{\"country_code\":\"CA\"}");

        var answer = await checkout.Create(request);

        answer.Status.ShouldBe(422);
        answer.Json["errors"]!.AsArray().Select(e => e!["field"]!.GetValue<string>()).ShouldBe(["postal_code", "province"]);
        answer.Json["data"].ShouldBeNull();
    }

    [Theory]
    [InlineData("billing", "address_line_1")]
    [InlineData("billing", "first_name")]
    [InlineData("shipping", "address_line_1")]
    public async Task Create_AddressThatNoOrderIsPlacedWith_FailsBeforeMoneyIsAskedFor(string kind, string missing)
    {
        var request = LocalCheckout.GuideRequest($"without {kind} {missing}");
        request[$"{kind}_address"]!.AsObject().Remove(missing);

        var answer = await checkout.Create(request);

        answer.Status.ShouldBe(422);
        answer.Field.ShouldBe(missing);
        answer.Data["failed_command"]!["command"]!.GetValue<string>().ShouldBe("authorize_payments");
        (await Ledger(answer.OrderId)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Create_GuestWithoutNames_IsADraft()
    {
        var request = LocalCheckout.GuideRequest("nameless guest");
        request["customer"] = new JsonObject { ["email_address"] = "guest@example.com" };
        request.Remove("payments");
        request.Remove("commands");

        (await checkout.Create(request)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Create_KeyAlone_IsADraft()
    {
        var answer = await checkout.Create(new JsonObject { ["idempotency_key"] = "draft" });

        answer.Status.ShouldBe(200);
        answer.Data["commands"].ShouldBeOfType<JsonArray>().ShouldBeEmpty();
        answer.State["is_processed"]!.GetValue<bool>().ShouldBeFalse();
        (await checkout.Send(HttpMethod.Get, $"/checkout/orders/{LocalCheckout.Shop}/{answer.OrderId}")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Create_CommandsAsAList_RunInItsOrder()
    {
        var request = LocalCheckout.GuideRequest("php list");
        request["commands"] = new JsonArray("calculate_shipping", "calculate_tax_rates");

        var answer = await checkout.Create(request);

        answer.Status.ShouldBe(200);
        Statuses(answer).ShouldBe(["succeeded", "succeeded"]);
    }

    [Theory]
    [InlineData("""{"commands":{"0":"calculate_shipping"}}""", "idempotency_key")]
    [InlineData("""{"idempotency_key":"bad-1","commands":{"0":"fly"}}""", "commands")]
    [InlineData("""{"idempotency_key":"bad-2","commands":{"first":"calculate_shipping"}}""", "commands")]
    [InlineData("""{"idempotency_key":"bad-3","commands":{"0":"calculate_shipping","1":"calculate_shipping"}}""", "commands")]
    [InlineData("""{"idempotency_key":"bad-4","commands":7}""", "commands")]
    [InlineData("""{"idempotency_key":"bad-5","commands":{"0":1}}""", "commands")]
    [InlineData("""{"idempotency_key":"bad-6","currency":"ZZZ"}""", "currency")]
    [InlineData("""{"idempotency_key":"bad-7","currency":"USD"}""", "currency")]
    [InlineData("""{"idempotency_key":"bad-8","discounts":[{"discount_code":"WINTER2021"}]}""", "discounts")]
    [InlineData("""{"idempotency_key":"bad-9","discounts":[{"discount_type":"percentage","value":101}]}""", "value")]
    [InlineData("""{"idempotency_key":"bad-15","discounts":[{"discount_code":""}]}""", "discount_code")]
    [InlineData(
        """{"idempotency_key":"bad-16","discounts":[{"discount_type":"percentage","value":10,"line_item_keys":["gone"]}]}""",
        "line_item_keys"
    )]
    [InlineData("""{"idempotency_key":"bad-10","fees":[{"description":"x","value":-1}]}""", "value")]
    [InlineData("""{"idempotency_key":"bad-11","fees":[null]}""", "fees")]
    [InlineData("""{"idempotency_key":"bad-12","shipping":{"rate_name":"x","cost":-1}}""", "cost")]
    [InlineData("""{"idempotency_key":"bad-13","payments":[{"public_payment_method_id":"x"}]}""", "customer")]
    [InlineData("""{"idempotency_key":"bad-14","shipping_address":{"city":7}}""", "city")]
    public async Task Create_BadRequest_NamesTheFieldAndRunsNothing(string body, string field)
    {
        var answer = await checkout.Create(JsonNode.Parse(body)!);

        answer.Status.ShouldBe(422);
        answer.Field.ShouldBe(field);
        answer.Json["data"].ShouldBeNull();
    }

    private static string[] Statuses(Answer answer) =>
        [.. answer.Data["commands"]!.AsArray().Select(c => c!["status"]!.GetValue<string>())];

    private async Task<(string Kind, long Amount, int Times)[]> Ledger(string order)
    {
        var ledger = await checkout.Send(HttpMethod.Get, $"/test-gateway/ledger?order={order}", token: null);
        return
        [
            .. ledger.Json["entries"]!
                .AsArray()
                .Select(e => (e!["kind"]!.GetValue<string>(), e["amount"]!.GetValue<long>(), e["times"]!.GetValue<int>())),
        ];
    }
}
