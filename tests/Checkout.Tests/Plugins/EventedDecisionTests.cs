using Checkout.Orders;
using Checkout.Plugins;
using Checkout.Shops;
using Shouldly;
using Xunit;

namespace Checkout.Tests.Plugins;

public sealed class EventedDecisionTests
{
    private readonly PluginStage stage = new PluginStage().Answers("p1", PluginStage.Action("add_tag", """{"name":"a"}"""));
    private readonly Shop shop = PluginStage.Shop(PluginStage.Plugin());
    private readonly EventedDecision decision;

    public EventedDecisionTests() => decision = new EventedDecision(stage.Events);

    [Fact]
    public async Task Decide_AgainAfterALostCommit_AppliesTheSameAnswersToTheNewerOrder()
    {
        await Decide(PluginStage.Order(), PluginEventNames.LineItemsChanged, Changed);

        var again = await Decide(PluginStage.Order() with { CartId = "newer" }, PluginEventNames.LineItemsChanged, Changed);

        again.Value.MetaData.Tags.ShouldContain("a");
        (again.Value.CartId, again.Value.FlowId).ShouldBe(("newer", "changed"));
        stage.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Decide_WithoutAChange_TellsNobody()
    {
        var order = PluginStage.Order();

        (await Decide(order, PluginEventNames.LineItemsChanged, unchanged => unchanged)).Value.ShouldBeSameAs(order);
        stage.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Decide_EventOfOnePlugin_IsRaisedWithoutAChange()
    {
        await Decide(PluginStage.Order(), new PluginEvent(PluginEventNames.AppHook) { PluginUuid = "p1" }, unchanged => unchanged);

        stage.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Decide_Refusal_TellsNobody()
    {
        (await Decide(PluginStage.Order(), PluginEventNames.LineItemsChanged, _ => Problem.Processed())).Succeeded.ShouldBeFalse();
        stage.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Decide_WithoutAnEvent_TellsNobody()
    {
        (await Decide(PluginStage.Order(), null, Changed)).Value.FlowId.ShouldBe("changed");
        stage.Requests.ShouldBeEmpty();
    }

    private static Result<Order> Changed(Order order) => order with { FlowId = "changed" };

    private ValueTask<Result<Order>> Decide(Order order, PluginEvent? @event, Func<Order, Result<Order>> decide) =>
        decision.Decide(
            order,
            shop,
            PluginStage.Now,
            @event,
            (before, _, _, _) => ValueTask.FromResult(decide(before)),
            CancellationToken.None
        );
}
