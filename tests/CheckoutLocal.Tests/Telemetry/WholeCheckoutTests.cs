using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace CheckoutLocal.Tests.Telemetry;

public sealed partial class WholeCheckoutTests(ObservedHost host) : IClassFixture<ObservedHost>
{
    private const string Shop = "zp3oafdor9";
    private const string ApiToken = "demo-api-token";
    private const string Email = "sybil.vimes@example.com";
    private const string Street = "17 Scoone Avenue";
    private const string Phone = "2042003344";

    [Fact]
    public async Task Checkout_LogAndSpans_HoldNoCardTokenEmailOrAddress()
    {
        var jwt = await BuyAsGuest();
        await CreateOrder();

        string[] secrets =
        [
            ApiToken,
            jwt,
            "tok_visa",
            Email,
            "sybil.vimes",
            Street,
            Phone,
            "50 Fultz",
            "john.doe@example.com",
            "ftziZRlloXJhR8emShyZePgaZxFTp9TN6Ai0tVWOB223g9qCGQQFA27ccW2fx72U",
        ];
        host.Log.ShouldNotBeEmpty();
        foreach (var secret in secrets)
        {
            host.Log.ShouldNotContain(line => line.Contains(secret, StringComparison.OrdinalIgnoreCase), secret);
            host.Spans.SelectMany(Texts).ShouldNotContain(text => text.Contains(secret, StringComparison.OrdinalIgnoreCase), secret);
        }

        host.Log.Concat(host.Spans.SelectMany(Texts)).ShouldNotContain(text => CardEnd().IsMatch(Ids().Replace(text, "")));
    }

    [Fact]
    public async Task CreateOrder_Spans_AreOneTraceThroughCommandsStorageAndGateway()
    {
        var trace = ActivityTraceId.CreateRandom();

        await CreateOrder(trace);

        var names = host.Spans.Where(s => s.TraceId == trace).Select(s => $"{s.Source.Name} {s.OperationName}").ToList();
        names.ShouldContain("Checkout.Requests CreateOrder");
        names.ShouldContain("Checkout.CreateOrder create_order authorize_payments");
        names.ShouldContain("Checkout.CreateOrder create_order charge_payments");
        names.ShouldContain("Checkout.Gateways gateway authorize");
        names.ShouldContain("Checkout.Gateways gateway capture");
        names.ShouldContain(name => name.StartsWith("Azure.Data.Tables", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/health/live", "live")]
    [InlineData("/health/ready", "ready")]
    public async Task Health_StartedHost_IsWell(string path, string status) =>
        JsonNode.Parse(await host.Client.GetStringAsync(path))!["status"]!.GetValue<string>().ShouldBe(status);

    /// <summary>The last four of the card as a word of its own: ports, fractions and longer numbers may hold these digits by chance.</summary>
    [GeneratedRegex("(?<![0-9A-Za-z.:])4242(?![0-9A-Za-z])")]
    private static partial Regex CardEnd();

    /// <summary>Random ids, one of whose groups is 4242 now and then.</summary>
    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", RegexOptions.IgnoreCase)]
    private static partial Regex Ids();

    private async Task<string> BuyAsGuest()
    {
        var opened = await host.Send(
            HttpMethod.Post,
            $"/checkout/orders/{Shop}/init",
            ApiToken,
            new
            {
                cart_items = new[]
                {
                    new
                    {
                        sku = "OAK_GRATER_SM",
                        quantity = 1,
                        line_item_key = "grater",
                    },
                },
            }
        );
        var order = opened["data"]!["public_order_id"]!.GetValue<string>();
        var jwt = opened["data"]!["jwt_token"]!.GetValue<string>();
        var front = $"/checkout/storefront/{Shop}/{order}";
        var address = new
        {
            first_name = "Sybil",
            last_name = "Vimes",
            address_line_1 = Street,
            city = "Winnipeg",
            province = "Manitoba",
            province_code = "MB",
            country = "Canada",
            country_code = "CA",
            postal_code = "R3Y 0L6",
            phone_number = Phone,
        };

        await host.Send(HttpMethod.Get, $"{front}/validate_email_address?email_address={Email}", jwt);
        await host.Send(
            HttpMethod.Post,
            $"{front}/customer/guest",
            jwt,
            new
            {
                first_name = "Sybil",
                last_name = "Vimes",
                email_address = Email,
            }
        );
        await host.Send(HttpMethod.Post, $"{front}/addresses/shipping", jwt, address);
        await host.Send(HttpMethod.Post, $"{front}/addresses/billing", jwt, address);
        await host.Send(HttpMethod.Get, $"{front}/shipping_lines", jwt);
        await host.Send(HttpMethod.Post, $"{front}/shipping_lines", jwt, new { index = "0" });
        await host.Send(HttpMethod.Post, $"{front}/taxes", jwt);
        await host.Send(
            HttpMethod.Post,
            $"{front}/payments",
            jwt,
            new { gateway_public_id = "testgateway00000000000000000000000000000000000000000000000000001", token = "tok_decline" }
        );
        await host.Send(HttpMethod.Post, $"{front}/process_order", jwt);
        await host.Send(
            HttpMethod.Delete,
            $"{front}/payments",
            jwt,
            new { gateway_public_id = "testgateway00000000000000000000000000000000000000000000000000001", token = "tok_decline" }
        );
        await host.Send(
            HttpMethod.Post,
            $"{front}/payments",
            jwt,
            new { gateway_public_id = "testgateway00000000000000000000000000000000000000000000000000001", token = "tok_visa" }
        );
        var processed = await host.Send(HttpMethod.Post, $"{front}/process_order", jwt);
        processed["data"]?["application_state"]?["is_processed"]?.GetValue<bool>().ShouldBeTrue(processed.ToJsonString());
        return jwt;
    }

    private async Task CreateOrder(ActivityTraceId? trace = null)
    {
        var body = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(ObservedHost.Samples(), "create-order.json")))!;
        body["idempotency_key"] = Guid.NewGuid().ToString();
        using var caller = trace is { } id
            ? new Activity("test").SetParentId(id, ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded).Start()
            : null;
        var answer = await host.Send(HttpMethod.Post, $"/checkout/orders/{Shop}/create", ApiToken, body);
        answer["data"]!["application_state"]!["order_balance"]!.GetValue<long>().ShouldBe(0);
    }

    private static IEnumerable<string> Texts(Activity span) =>
        span
            .TagObjects.Select(t => $"{t.Value}")
            .Append(span.DisplayName)
            .Concat(span.Events.SelectMany(e => e.Tags.Select(t => $"{t.Value}")));
}
