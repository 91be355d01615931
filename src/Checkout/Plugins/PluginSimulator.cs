using System.Collections.Immutable;
using Checkout.Catalog;
using Checkout.Changing.Taxes;
using Checkout.Orders;
using Checkout.Plugins.Calls;
using Checkout.Shops;

namespace Checkout.Plugins;

/// <summary>
/// Raises an event for one plugin and works out what its answer would change, action by action (docs/contract/plugins.md#simulator).
/// The plugin is asked as always; nothing is written, and its circuit neither opens nor closes.
/// </summary>
public sealed class PluginSimulator(PluginEvents events, IPluginBodies bodies, TimeProvider time)
{
    public async Task<Simulation> Run(Order order, Shop shop, PluginSettings plugin, PluginEvent @event, CancellationToken cancellation)
    {
        var id = $"simulation-{RaisedEvent.IdOf(order, @event, round: 1)}";
        var body = bodies.Write(order, shop, @event, id);
        var reply = await events.Post(plugin, id, body, CancellationToken.None, cancellation);
        var answer = bodies.Read(plugin, @event.Name, reply) with { Origin = @event.Origin };
        var simulation = new Simulation(id, body, reply.Body, answer.Failure);
        if (answer.Failure is not null)
            return simulation;

        var products = await events.Products(shop, [answer], ImmutableDictionary<string, Product>.Empty, cancellation);
        var answers = new PluginAnswers([answer], products);
        var ids = ActionIdentities.Of(answer);
        var next = ActionIdentities.Supersede(order, answer, ids, shop);
        simulation = simulation with { Withdrawn = OrderChange.Between(order, next) };
        var effects = ImmutableArray.CreateBuilder<SimulatedAction>(answer.Actions.Length);
        for (var i = 0; i < answer.Actions.Length; i++)
        {
            var result = answers.Apply(next, answer.Actions[i], shop, answer, ids[i]);
            effects.Add(
                new SimulatedAction(answer.Actions[i].Type)
                {
                    Refused = result.Succeeded ? [] : result.Problems,
                    Changes = result.Succeeded ? OrderChange.Between(next, result.Value) : [],
                }
            );
            next = result.Succeeded ? result.Value : next;
        }

        return simulation with
        {
            Actions = effects.MoveToImmutable(),
            Refused = Amendment.Refusal(order, FollowTaxes.Amended(order, next, shop), shop, time.GetUtcNow()),
        };
    }
}
