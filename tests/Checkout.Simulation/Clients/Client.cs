using System.Globalization;
using System.Text.Json.Nodes;

namespace Checkout.Simulation.Clients;

/// <summary>Somebody who sends requests and, as clients do, sends them again when the answer did not come.</summary>
internal abstract class Client(World world)
{
    private const int Tries = 6;

    protected World World { get; } = world;

    public static Client For(World world, int number) =>
        world.Chance.Next(3) switch
        {
            0 => new BackOffice(world, number),
            1 => new Shopper(world),
            _ => new OrderPusher(world, number),
        };

    public abstract Task Run();

    /// <summary>Null when it gave up: every try broke off or answered with a passing failure.</summary>
    protected async Task<Answer?> Send(string endpoint, string token, object? body, params (string Name, string Value)[] route)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var failures = World.Faults.StoreFailures;
            var answer = await World.AnyHost().Send(endpoint, token, body, route);
            var outcome = $"{endpoint} {answer?.Status.ToString(CultureInfo.InvariantCulture) ?? "broken off"}";
            World.Answers[outcome] = World.Answers.GetValueOrDefault(outcome) + 1;
            if (answer is not null)
                Look(endpoint, body, answer, World.Faults.StoreFailures != failures);
            if (answer is { IsPassing: false })
            {
                Check(endpoint, answer);
                return answer;
            }

            await Task.Delay(TimeSpan.FromSeconds(1 + World.Chance.Next(20)), World.Time);
        }

        return null;
    }

    /// <summary>Each answer, those of tries that are sent again too.</summary>
    protected virtual void Look(string endpoint, object? body, Answer answer, bool storeFailed) { }

    protected static (string, string) Order(string id) => ("public_order_id", id);

    /// <summary>The totals as a client calculates them (docs/contract/shapes.md#totals).</summary>
    private void Check(string endpoint, Answer answer)
    {
        if (answer.State is not { } state)
            return;
        var lines = state["line_items"]!
            .AsArray()
            .Sum(line => Long(line!["product_data"]!["total_price"]) + line["fees"]!.AsArray().Sum(fee => Long(fee!["amount"])));
        var fees = Sum(state["fees"], "value");
        var shipping = state["shipping"]!["selected_shipping"] is JsonObject selected ? Long(selected["amount"]) : 0;
        var taxes = state["taxes"]!.AsArray().Where(t => !t!["is_included"]!.GetValue<bool>()).Sum(t => Long(t!["value"]));
        var discounts = Sum(state["discounts"], "value");
        var total = Long(state["order_total"]);
        if (total != lines + fees + shipping + taxes - discounts)
            World.Violations.Add($"{endpoint}: order_total {total} is not {lines} + {fees} + {shipping} + {taxes} - {discounts}");
        if (Long(state["order_balance"]) < 0 || total < 0)
            World.Violations.Add($"{endpoint}: a negative total or balance");
    }

    private static long Sum(JsonNode? list, string key) => list!.AsArray().Sum(entry => Long(entry![key]));

    private static long Long(JsonNode? node) => node!.GetValue<long>();
}
