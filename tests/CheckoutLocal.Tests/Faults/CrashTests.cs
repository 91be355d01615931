using Xunit;
using Xunit.Abstractions;

namespace Checkout.Local.Tests.Faults;

/// <summary>Create Order, with the host killed at every step.</summary>
public sealed class CreateOrderCrashTests(MortalHost host, ITestOutputHelper output) : IClassFixture<MortalHost>
{
    [Fact]
    public async Task CreateOrder_HostKilledAtEveryStep_RepeatedCallEndsItOnce()
    {
        await new CrashRuns(host.Lane, Operation.CreateOrder, output).Run(_ => true);
    }

    [Fact]
    public async Task CreateOrder_HostKilledAndNobodyCallsAgain_NextStartEndsItOnce()
    {
        await new CrashRuns(
            host.Lane,
            Operation.CreateOrder with
            {
                Name = "create_order_without_its_client",
                ClientRetries = false,
            },
            output
        ).Run(turn =>
            turn.Place.StartsWith("after-gateway", StringComparison.Ordinal) || turn.Place is "after-order-add" or "after-stock-move"
        );
    }
}

/// <summary>Everything else that moves money or goods, with the host killed on the way.</summary>
public sealed class MoneyCrashTests(MortalHost host, ITestOutputHelper output) : IClassFixture<MortalHost>
{
    public static TheoryData<string> Names
    {
        get
        {
            var names = new TheoryData<string>();
            foreach (var name in Operation.Others.Keys)
                names.Add(name);
            return names;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Operation_HostKilledOnTheWay_MovesMoneyAndStockOnce(string name)
    {
        await new CrashRuns(host.Lane, Operation.Others[name], output).Run(turn =>
            turn.Turn == 1 && (turn.Place.StartsWith("after-gateway", StringComparison.Ordinal) || turn.Place is "after-order-commit")
        );
    }
}
