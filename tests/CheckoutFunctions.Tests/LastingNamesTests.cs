using System.Reflection;
using System.Text.Json;
using Checkout.Functions.CreateOrder;
using Checkout.Stores;
using Microsoft.Azure.Functions.Worker;

namespace Checkout.Functions.Tests;

/// <summary>
/// A timer waits for days, over deployments: it is found by these names and holds these inputs. To change one, add the new one
/// beside it until what waits is done.
/// </summary>
public sealed class LastingNamesTests
{
    [Fact]
    public void OrchestrationsAndActivities_KeepTheirNames()
    {
        var names =
            from type in typeof(DurableConnection).Assembly.GetTypes()
            from method in type.GetMethods()
            where
                method
                    .GetParameters()
                    .Any(p =>
                        p.GetCustomAttribute<OrchestrationTriggerAttribute>() is not null
                        || p.GetCustomAttribute<ActivityTriggerAttribute>() is not null
                    )
            select method.GetCustomAttribute<FunctionAttribute>()!.Name;

        names.ShouldBe(["CreateOrderJournal", "HandleWakeUp", "WakeUpTimer", "WalkJournal"], ignoreOrder: true);
    }

    [Fact]
    public void JournalCall_OfAnEarlierDeployment_IsRead() =>
        JsonSerializer
            .Deserialize<JournalCall>("""{"Shop":"shop1","PublicOrderId":"order1"}""")
            .ShouldBe(new JournalCall("shop1", "order1"));

    [Fact]
    public void WakeUp_OfAnEarlierDeployment_IsRead() =>
        JsonSerializer
            .Deserialize<WakeUp>("""{"PublicOrderId":"order1","Kind":"delayed_capture","Due":"2026-05-04T12:00:00+00:00","Attempt":2}""")
            .ShouldBe(new WakeUp("order1", "delayed_capture", new DateTimeOffset(2026, 5, 4, 12, 0, 0, TimeSpan.Zero)) { Attempt = 2 });
}
