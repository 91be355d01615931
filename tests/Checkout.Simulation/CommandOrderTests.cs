using System.Collections.Immutable;
using System.Globalization;
using Checkout.Orders;
using Checkout.Pricing;
using Checkout.Simulation.Time;
using Shouldly;
using Xunit;

namespace Checkout.Simulation;

/// <summary>
/// The six commands of a Create Order in each of their 720 orders (docs/contract/create-order.md, Commands), in a world without
/// faults, where a gateway may still decline: whatever order a client gives them, each answer tells the outcome, and no order
/// becomes final underpaid without being told.
/// </summary>
public sealed class CommandOrderTests
{
    private static readonly ImmutableArray<string> Recommended =
    [
        "calculate_shipping",
        "calculate_tax_rates",
        "authorize_payments",
        "process_order",
        "send_to_platform",
        "charge_payments",
    ];

    /// <summary>The same call is sent as often: a failed command is tried again by each.</summary>
    private const int Calls = 4;

    /// <summary>
    /// Worlds that share the orders of commands: each declines at other places. It has no divisor in common with 720, so that
    /// each world has orders that end in every way.
    /// </summary>
    private const int Seeds = 49;

    [Theory]
    [InlineData(CaptureMode.Manual)]
    [InlineData(CaptureMode.Immediate)]
    [InlineData(CaptureMode.Delayed)]
    [InlineData(CaptureMode.VerifyOnly)]
    public void AnyOrderOfTheCommands_IsDoneOrTellsWhichFailed_AndLeavesNoFinalOrderUnderpaidUntold(CaptureMode mode)
    {
        var orders = Permutations(Recommended).ToList();
        orders.Count.ShouldBe(720);
        var seeds = Worlds(mode).Take(Seeds).ToList();

        var ends = orders.AsParallel().AsOrdered().Select((commands, i) => End(seeds[i % Seeds], commands)).ToList();

        ends.Select(end => end.Wrong).OfType<string>().ShouldBeEmpty();
        ends.Count(end => end.Status == 200).ShouldBeGreaterThan(0);
        ends.Count(end => end.Status == 422).ShouldBeGreaterThan(0);
    }

    /// <summary>
    /// The outcome hangs on the order of the commands alone: what a command needs comes before it, and what comes too late fails for
    /// good. A first call stops at a command that a later one would have prepared, and a repeated one goes on from there.
    /// </summary>
    [Theory]
    [InlineData(CaptureMode.Manual, 38)]
    [InlineData(CaptureMode.VerifyOnly, 43)]
    public void AnyOrderOfTheCommands_NoCardDeclined_IsDoneOnceItsCommandsCanBe(CaptureMode mode, int byTheFirstCall)
    {
        var seed = Worlds(mode).First();
        var orders = Permutations(Recommended).ToList();

        var ends = orders
            .AsParallel()
            .AsOrdered()
            .Select(commands => Run(seed, commands, declinesNobody: true).Answers.Select(answer => answer.Status).ToList())
            .ToList();

        ends.Count(statuses => statuses[0] == 200).ShouldBe(byTheFirstCall);
        for (var i = 0; i < orders.Count; i++)
            (ends[i][^1] == 200).ShouldBe(CanBeDone(orders[i], mode), string.Join(", ", orders[i]));
    }

    /// <summary>An order that is not charged but verified is placed without a hold.</summary>
    private static bool CanBeDone(ImmutableArray<string> commands, CaptureMode mode)
    {
        return Comes("calculate_shipping", "send_to_platform")
            && Comes("calculate_shipping", "process_order")
            && Comes("calculate_tax_rates", "process_order")
            && Comes("calculate_shipping", "charge_payments")
            && Comes("calculate_tax_rates", "charge_payments")
            && Comes("authorize_payments", "charge_payments")
            && (mode is CaptureMode.VerifyOnly || Comes("authorize_payments", "process_order"));

        bool Comes(string first, string then) => commands.IndexOf(first) < commands.IndexOf(then);
    }

    [Theory]
    [InlineData(CaptureMode.Manual)]
    [InlineData(CaptureMode.Immediate)]
    [InlineData(CaptureMode.Delayed)]
    [InlineData(CaptureMode.VerifyOnly)]
    public void RecommendedOrder_NoCardDeclined_IsDoneByItsFirstCall(CaptureMode mode)
    {
        foreach (var seed in Worlds(mode).Take(Seeds))
        {
            var (answers, world) = Run(seed, Recommended, declinesNobody: true);

            answers.ShouldAllBe(answer => answer.Status == 200, $"seed {seed}");
            var order = world.Tables.AllOrders.ShouldHaveSingleItem();
            order.PlatformOrderId.ShouldNotBeNull();
            Charged(world).ShouldBe(OrderPrice.Of(order).Total);
        }
    }

    private static IEnumerable<int> Worlds(CaptureMode mode) => Enumerable.Range(1, int.MaxValue).Where(seed => Fits(seed, mode));

    /// <summary>A shop of that rule with a platform that takes orders, without plugins and with a gateway that answers.</summary>
    private static bool Fits(int seed, CaptureMode mode)
    {
        var world = new World(seed);
        return world.Shop is { Plugins.IsEmpty: true, PlatformConnector.Url: not null }
            && world.Shop.Checkout.Capture.Mode == mode
            && world.Bank.Outage.Until <= VirtualTime.Start;
    }

    /// <summary>The last answer's status, and what is wrong; null when all is well.</summary>
    private static (int Status, string? Wrong) End(int seed, ImmutableArray<string> commands)
    {
        try
        {
            var (answers, world) = Run(seed, commands);
            foreach (var answer in answers)
                Tells(answer);
            IsPaid(answers[^1], world, world.Tables.AllOrders.ShouldHaveSingleItem());
            world.Violations.ShouldBeEmpty();
            return (answers[^1].Status, null);
        }
        catch (Exception fault) when (fault is ShouldAssertException or SimulationException)
        {
            return (0, $"seed {seed}, {string.Join(", ", commands)}: {fault.Message}");
        }
    }

    private static (List<Answer> Answers, World World) Run(int seed, ImmutableArray<string> commands, bool declinesNobody = false)
    {
        var world = new World(seed);
        world.Bank.DeclinesNobody = declinesNobody;
        world.Faults.On = false;
        var answers = new List<Answer>();
        world.Run(async _ =>
        {
            for (var call = 0; call < Calls; call++)
                answers.Add((await world.Hosts[0].Send("CreateOrder", World.Token, Body(commands)))!);
        });
        return (answers, world);
    }

    /// <summary>200 with everything done, or 422 with the command that failed, those before it done and those after it not begun.</summary>
    private static void Tells(Answer answer)
    {
        var commands = answer.Body["data"]!["commands"]!.AsArray();
        var statuses = commands.Select(c => c!["status"]!.GetValue<string>()).ToList();
        if (answer.Status == 200)
        {
            statuses.ShouldAllBe(status => status == "succeeded");
            return;
        }

        answer.Status.ShouldBe(422, answer.Body.ToJsonString());
        answer.Body["errors"]!.AsArray().ShouldNotBeEmpty();
        var failed = commands.Single(c => c!["status"]!.GetValue<string>() == "failed")!;
        answer.Body["data"]!["failed_command"]!["command"]!.GetValue<string>().ShouldBe(failed["command"]!.GetValue<string>());
        statuses.TakeWhile(status => status == "succeeded").Count().ShouldBe(statuses.IndexOf("failed"));
        statuses.SkipWhile(status => status == "succeeded").Skip(1).ShouldAllBe(status => status == "pending");
    }

    /// <summary>
    /// What is charged and held covers a final order. One of a shop that only verifies its payments may be final before
    /// anything is held: then the answer names a command that failed, and its payments await their authorization.
    /// </summary>
    private static void IsPaid(Answer answer, World world, Order order)
    {
        var total = OrderPrice.Of(order).Total;
        Charged(world).ShouldBe(order.Payments.Sum(p => p.Captured));
        Charged(world).ShouldBeLessThanOrEqualTo(total);
        if (answer.Status == 200)
            (order.Status, Charged(world)).ShouldBe((OrderStatus.Processed, total));
        if (order.Status is not OrderStatus.Processed || order.Payments.Sum(p => p.Held + p.Captured) >= total)
            return;
        order.Capture!.Mode.ShouldBe(CaptureMode.VerifyOnly);
        answer.Status.ShouldBe(422);
        answer.State!["payments"]![0]!["status"]!.GetValue<string>().ShouldBeOneOf(PaymentStatuses.AwaitingPreAuth, PaymentStatuses.Failed);
    }

    private static long Charged(World world) => world.Bank.Holds.Sum(hold => hold.Captured);

    private static object Body(ImmutableArray<string> commands)
    {
        var address = new
        {
            first_name = "Sim",
            last_name = "Ulated",
            address_line_1 = "50 Fultz Blvd",
            city = "Winnipeg",
            province = "Manitoba",
            province_code = "MB",
            country = "Canada",
            country_code = "CA",
            postal_code = "R3Y0L6",
        };
        return new
        {
            idempotency_key = "orders of commands",
            cart_items = new object[]
            {
                new
                {
                    sku = "SCARCE",
                    quantity = 1,
                    line_item_key = "a",
                },
                new
                {
                    sku = "PLAIN",
                    quantity = 2,
                    line_item_key = "b",
                },
            },
            customer = new
            {
                first_name = "Sim",
                last_name = "Ulated",
                email_address = "sim@example.com",
                public_id = World.CustomerId,
            },
            shipping_address = address,
            billing_address = address,
            payments = new object[] { new { public_payment_method_id = World.CardMethod } },
            commands = commands.Select((name, i) => (name, i)).ToDictionary(c => c.i.ToString(CultureInfo.InvariantCulture), c => c.name),
        };
    }

    private static IEnumerable<ImmutableArray<string>> Permutations(ImmutableArray<string> of) =>
        of.IsEmpty
            ?
            [
                [],
            ]
            : of.SelectMany(first => Permutations(of.Remove(first)).Select(rest => rest.Insert(0, first)));
}
