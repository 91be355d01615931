using System.Collections.Immutable;
using Checkout.Catalog;
using Checkout.Orders;
using Checkout.Plugins.Calls;
using Checkout.Running;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Plugins;

/// <summary>
/// Asks the plugins that subscribe to an event, all at once and within 20 s in all (docs/contract/plugins.md#answer).
/// One that fails, takes too long or answers nonsense is skipped, and the checkout goes on. Costs nothing when nobody subscribes.
/// </summary>
public sealed class PluginEvents(IPluginCalls calls, IPluginBodies bodies, ICatalog catalog, Circuits circuits, TimeProvider time)
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    /// <summary>
    /// What plugins answer to the event and to the billing_address_changed that their answers bring about. A plugin never
    /// hears of a billing address that it changed itself, so it all comes to an end.
    /// </summary>
    public async ValueTask<PluginAnswers> Raise(Order order, Shop shop, PluginEvent @event, CancellationToken cancellation)
    {
        var plugins = @event.Subscribers(shop).ToImmutableArray();
        if (plugins.IsEmpty)
            return PluginAnswers.None;

        using var limit = new CancellationTokenSource(Limit, time);
        var all = PluginAnswers.None;
        var changers = ImmutableHashSet<string>.Empty;
        for (var round = 1; !plugins.IsEmpty; round++)
        {
            var answers = await Ask(order, shop, @event, plugins, round, limit.Token, cancellation);
            all = new PluginAnswers(all.Answers.AddRange(answers), await Products(shop, answers, all.Products, cancellation));
            var before = changers;
            var occasion = new Occasion(time.GetUtcNow(), "plugins");
            foreach (var answer in answers)
            {
                var applied = all.Apply(order, answer, shop, occasion);
                order = applied.Order;
                changers = applied.BillingChanged ? changers.Add(answer.Plugin.Uuid) : changers;
            }

            @event = PluginEventNames.BillingAddressChanged;
            plugins = changers.Count > before.Count ? [.. @event.Subscribers(shop).Where(plugin => !changers.Contains(plugin.Uuid))] : [];
        }

        return all;
    }

    /// <summary>An answer that a plugin brought by itself, with the products that its actions name.</summary>
    public async ValueTask<PluginAnswers> Brought(Shop shop, PluginAnswer answer, CancellationToken cancellation) =>
        new([answer], await Products(shop, [answer], PluginAnswers.None.Products, cancellation));

    private async Task<PluginAnswer[]> Ask(
        Order order,
        Shop shop,
        PluginEvent @event,
        ImmutableArray<PluginSettings> plugins,
        int round,
        CancellationToken limit,
        CancellationToken cancellation
    )
    {
        var id = RaisedEvent.IdOf(order, @event, round);
        var body = bodies.Write(order, shop, @event, id);
        return await Task.WhenAll(plugins.Select(plugin => Ask(shop, plugin, @event, id, body, limit, cancellation)));
    }

    private async Task<PluginAnswer> Ask(
        Shop shop,
        PluginSettings plugin,
        PluginEvent @event,
        string id,
        byte[] body,
        CancellationToken limit,
        CancellationToken cancellation
    )
    {
        var circuit = $"{shop.Identifier}:{plugin.Uuid}";
        if (!circuits.Lets(circuit))
            return new PluginAnswer(plugin, @event.Name, [], "The plugin failed too often and is left alone for a minute.");

        var answer = bodies.Read(plugin, @event.Name, await Post(plugin, id, body, limit, cancellation)) with { Origin = @event.Origin };
        if (answer.Failure is null)
            circuits.Succeeded(circuit);
        else
            circuits.Failed(circuit);
        return answer;
    }

    /// <summary>Asks one plugin, within its own time; what goes wrong is a failure of the reply.</summary>
    internal async Task<PluginReply> Post(
        PluginSettings plugin,
        string id,
        byte[] body,
        CancellationToken limit,
        CancellationToken cancellation
    )
    {
        var own = TimeSpan.FromSeconds(plugin.TimeLimitSeconds ?? Limit.TotalSeconds);
        using var ownLimit = new CancellationTokenSource(own, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit, ownLimit.Token, cancellation);
        try
        {
            return await calls
                .Post(new PluginRequest(id, plugin.EventUrl, plugin.Uuid, plugin.ClientSecret, body), either.Token)
                .WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return PluginReply.Failed($"No answer within {own.TotalSeconds} s.");
        }
    }

    /// <summary>The products that the answers add, beside those that are known.</summary>
    internal async ValueTask<ImmutableDictionary<string, Product>> Products(
        Shop shop,
        IEnumerable<PluginAnswer> answers,
        ImmutableDictionary<string, Product> known,
        CancellationToken cancellation
    )
    {
        foreach (
            var id in answers.SelectMany(a => a.Actions).Select(a => a.PlatformVariantId).OfType<string>().Distinct(StringComparer.Ordinal)
        )
            if (!known.ContainsKey(id) && await catalog.FindByPlatformId(shop.Identifier, id, cancellation) is { } product)
                known = known.Add(id, product);
        return known;
    }
}
