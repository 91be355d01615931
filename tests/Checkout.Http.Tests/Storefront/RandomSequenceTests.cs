using System.Text.Json;
using Shouldly;
using Xunit;

namespace Checkout.Http.Tests.Storefront;

/// <summary>
/// Whatever a page does, in whatever order: no fault, totals that add up, and a state read back that is the last one
/// answered. A failure names the seed that it comes back with.
/// </summary>
[Collection(StartedHost.Name)]
public sealed class RandomSequenceTests(StartedHost host)
{
    private const int Sequences = 200;
    private const int Calls = 50;

    private static readonly string[] Codes =
    [
        "SPRINGSALE2022_Q8RT4",
        "FREESHIPPING",
        "CHOPCHOP",
        "WINTER2021",
        "BIGCHEESE",
        "JOHNONLY",
        "FIRSTHUNDRED",
        "NOPE",
        "",
    ];
    private static readonly string[] Tokens = ["tok_visa", "tok_mastercard", "tok_decline", "tok_sca", "tok_nobody_knows"];
    private static readonly string[] Skus = ["OAK_GRATER_SM", "KLS_472945", "WALNUT_BOARD", "NO_SUCH_SKU"];

    private static readonly string[] Addresses =
    [
        Checkout.Winnipeg,
        """{"first_name":"Jane","last_name":"Roe","address_line_1":"1 Main St","city":"New York","province":"New York","province_code":"NY","country":"United States","country_code":"US","postal_code":"10001"}""",
        """{"country":"Germany","country_code":"DE","postal_code":"10115"}""",
        """{"country":"Canada","country_code":"CA","province_code":"ON","postal_code":"nonsense"}""",
        """{"first_name":"no country"}""",
        "[]",
        """{"country":""",
    ];

    [Fact]
    public Task AnySequence_KeepsTheOrderSound() =>
        Parallel.ForEachAsync(
            Enumerable.Range(1, Sequences),
            new ParallelOptions { MaxDegreeOfParallelism = 4 },
            async (seed, _) => await Run(seed)
        );

    private async Task Run(int seed)
    {
        var random = new Random(seed);
        var checkout = await host.NewOrder();
        JsonElement? last = null;
        for (var i = 0; i < Calls; i++)
        {
            var (method, path, body) = Next(random, i);
            var where = $"seed {seed}, call {i}: {method} {path} {body}";
            var answer = await checkout.Send(method, path, body);
            answer.Status.ShouldBeOneOf([200, 202, 422, 429], where);
            if (StateOf(answer) is not { } state)
                continue;
            Check(state, where);
            last = state;
        }

        if (last is { } expected)
            JsonElement
                .DeepEquals((await checkout.Get("/refresh")).Ok().State, expected)
                .ShouldBeTrue($"seed {seed}: the state read back differs from the last one answered");
    }

    private static JsonElement? StateOf(Answer answer) =>
        answer.Body.TryGetProperty("application_state", out var beside) ? beside
        : answer.Body.TryGetProperty("data", out var data)
        && data.ValueKind is JsonValueKind.Object
        && data.TryGetProperty("application_state", out var inside)
            ? inside
        : null;

    private static (string Method, string Path, string? Body) Next(Random random, int position) =>
        random.Next(position > Calls - 6 ? 27 : 25) switch
        {
            0 => ("POST", "/addresses/shipping", Pick(random, Addresses)),
            1 => ("POST", "/addresses/billing", Pick(random, Addresses)),
            2 => ("PUT", "/addresses/shipping", Pick(random, Addresses)),
            3 => ("DELETE", random.Next(4) == 0 ? "/addresses/shipping" : "/addresses/billing", null),
            4 => ("POST", "/customer/guest", Checkout.John),
            5 => ("PUT", "/customer", Checkout.John.Replace("John", "Jack", StringComparison.Ordinal)),
            6 => ("DELETE", "/customer", null),
            7 => ("POST", "/discounts", $$"""{"code":"{{Pick(random, Codes)}}"}"""),
            8 => ("DELETE", "/discounts", $$"""{"code":"{{Pick(random, Codes)}}"}"""),
            9 or 10 => (
                "POST",
                "/items",
                $$"""{"sku":"{{Pick(random, Skus)}}","quantity":{{random.Next(-1, 5)}},"line_item_key":"line{{random.Next(4)}}"}"""
            ),
            11 => ("PUT", "/items", $$"""{"line_item_key":"line{{random.Next(4)}}","quantity":{{random.Next(0, 30)}}}"""),
            12 => ("DELETE", "/items", $$"""{"line_item_key":"line{{random.Next(4)}}","quantity":0}"""),
            13 => ("GET", "/shipping_lines", null),
            14 or 15 => ("POST", "/shipping_lines", $$"""{"index":"{{random.Next(4)}}"}"""),
            16 or 17 => ("POST", "/taxes", "[]"),
            18 => ("POST", "/taxes/estimate", Pick(random, Addresses)),
            19 or 20 => (
                "POST",
                "/payments",
                $$"""{"gateway_public_id":"{{Checkout.Gateway}}","token":"{{Pick(random, Tokens)}}"{{(random.Next(2) == 0 ? "" : $",\"amount\":{random.Next(-100, 9000)}.5")}}}"""
            ),
            21 => ("PUT", "/payments", $$"""{"token":"{{Pick(random, Tokens)}}","amount":{{random.Next(0, 9000)}}}"""),
            22 => ("DELETE", "/payments", $$"""{"token":"{{Pick(random, Tokens)}}"}"""),
            23 => ("PATCH", "/meta_data", $$"""{"tags":["t{{random.Next(9)}}"],"notes":null}"""),
            24 => ("GET", "/refresh", null),
            25 => ("POST", "/payments/on_sca", "{}"),
            _ => ("POST", "/process_order", null),
        };

    private static T Pick<T>(Random random, T[] from) => from[random.Next(from.Length)];

    /// <summary>The sums that clients check (docs/contract/shapes.md#totals).</summary>
    private static void Check(JsonElement state, string where)
    {
        var subtotal = Sum(
            state.GetProperty("line_items"),
            line =>
                line.GetProperty("product_data").GetProperty("total_price").GetInt64()
                + Sum(line.GetProperty("fees"), fee => fee.GetProperty("amount").GetInt64())
        );
        var shipping = state.GetProperty("shipping").GetProperty("selected_shipping") is { ValueKind: JsonValueKind.Object } line
            ? line.GetProperty("amount").GetInt64()
            : 0;
        var taxes = Sum(state.GetProperty("taxes"), tax => tax.GetProperty("is_included").GetBoolean() ? 0 : Value(tax));
        var total = subtotal + Sum(state.GetProperty("fees"), Value) + shipping + taxes - Sum(state.GetProperty("discounts"), Value);
        state.GetProperty("order_total").GetInt64().ShouldBe(total, where);
        total.ShouldBeGreaterThanOrEqualTo(0, where);
        foreach (var item in state.GetProperty("line_items").EnumerateArray())
        {
            var product = item.GetProperty("product_data");
            product
                .GetProperty("total_price")
                .GetInt64()
                .ShouldBe(product.GetProperty("price").GetInt64() * product.GetProperty("quantity").GetInt64(), where);
        }

        var paid = Sum(state.GetProperty("payments"), payment => payment.GetProperty("amount").GetInt64());
        state.GetProperty("order_balance").GetInt64().ShouldBe(Math.Max(0, total - paid), where);
    }

    private static long Value(JsonElement element) => element.GetProperty("value").GetInt64();

    private static long Sum(JsonElement list, Func<JsonElement, long> amount) => list.EnumerateArray().Sum(amount);
}
