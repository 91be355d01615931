using System.Collections.Immutable;
using Checkout.Catalog;
using Checkout.Changing.Taxes;
using Checkout.Orders;
using Checkout.Plugins.Actions;
using Checkout.Shops;

namespace Checkout.Plugins;

/// <summary>
/// Everything that plugins answered to a change, in the order in which it applies. A change that lost its commit to
/// another writer applies the same answers to the newer order; nobody is asked twice.
/// </summary>
/// <param name="Products">Those that actions add, by platform id.</param>
public sealed record PluginAnswers(ImmutableArray<PluginAnswer> Answers, ImmutableDictionary<string, Product> Products)
{
    public static readonly PluginAnswers None = new([], ImmutableDictionary<string, Product>.Empty);

    /// <summary>The order with every action that the merchant approved and that holds; the others are on the timeline.</summary>
    public Order Apply(Order order, Shop shop, Occasion occasion)
    {
        foreach (var answer in Answers)
            order = Apply(order, answer, shop, occasion).Order;
        return order;
    }

    /// <summary>
    /// The actions that would not apply, each with its place in its answer; empty when all would. Whether the order may be amended
    /// at all, and what is held for it, is not asked.
    /// </summary>
    public ImmutableArray<Problem> Refused(Order order, Shop shop, Occasion occasion) =>
        ApplyWhole(order.AsIfOpen(), shop, occasion) is { Succeeded: false, Problems: var refused } ? refused : [];

    /// <summary>The order with all of it; refused when an action does not apply, or the order cannot become what they make of it.</summary>
    public Result<Order> ApplyWhole(Order order, Shop shop, Occasion occasion)
    {
        var refused = ImmutableArray.CreateBuilder<Problem>();
        foreach (var answer in Answers)
        {
            var applied = Apply(order, answer, shop, occasion);
            refused.AddRange(applied.Refused);
            order = applied.Order;
        }

        return refused.Count > 0 ? refused.ToImmutable() : order;
    }

    internal AppliedAnswer Apply(Order order, PluginAnswer answer, Shop shop, Occasion occasion)
    {
        var by = occasion with { Actor = $"plugin:{answer.Plugin.Uuid}" };
        if (answer.Failure is { } failure)
            return new(order.Record("plugin.skipped", by, detail: $"{answer.Event}: {failure}"), BillingChanged: false);

        var ids = ActionIdentities.Of(answer);
        var next = ActionIdentities.Supersede(order, answer, ids, shop);
        var billingChanged = false;
        var applied = new List<string>();
        var refused = new List<string>();
        var problems = ImmutableArray.CreateBuilder<Problem>();
        for (var i = 0; i < answer.Actions.Length; i++)
        {
            var action = answer.Actions[i];
            var result = Apply(next, action, shop, answer, ids[i]);
            if (!result.Succeeded)
            {
                var place = i;
                problems.AddRange(result.Problems.Select(p => p with { Message = $"actions[{place}].{p.Field}: {p.Message}" }));
                refused.Add($"{action.Type}: {string.Join(' ', result.Problems.Select(p => $"{p.Field}: {p.Message}"))}");
                continue;
            }

            billingChanged |= result.Value.BillingAddress != next.BillingAddress;
            next = result.Value;
            applied.Add(PluginActions.Find(action.Type)!.Name);
        }

        next = FollowTaxes.Amended(order, next, shop);
        if (!ReferenceEquals(next, order) && Amendment.Refusal(order, next, shop, by.At) is { } refusal)
        {
            refused = [.. applied.Select(name => $"{name}: {refusal.Message}"), .. refused];
            problems.Add(refusal);
            (next, billingChanged) = (order, false);
            applied = [];
        }

        // Two entries at most for an answer: a group write holds 100 rows, and a plugin must not be able to fill it.
        if (applied.Count > 0)
            next = next.Record("plugin.applied", by, detail: Short($"{answer.Event}: {string.Join(", ", applied)}"));
        if (refused.Count > 0)
            next = next.Record("plugin.refused", by, detail: Short($"{answer.Event}: {string.Join("; ", refused)}"));
        return new(next, billingChanged) { Refused = problems.ToImmutable() };
    }

    internal Result<Order> Apply(Order order, AnsweredAction answered, Shop shop, PluginAnswer answer, string id)
    {
        if (PluginActions.Find(answered.Type) is not { } action)
            return Problem.Invalid("type", "There is no such action.");
        if (!answer.Plugin.Scopes.Contains(action.Scope, StringComparer.OrdinalIgnoreCase))
            return Problem.Invalid("scope", $"The merchant did not approve the scope {action.Scope}.");
        return action.Apply(order, answered.Data, new ActionContext(shop, answer.Plugin, id, Products));
    }

    private static string Short(string detail) => detail.Length <= 1_000 ? detail : detail[..1_000] + "…";
}

/// <param name="BillingChanged">An action of the answer changed the billing address, so billing_address_changed follows.</param>
internal readonly record struct AppliedAnswer(Order Order, bool BillingChanged)
{
    /// <summary>Why actions of the answer do not apply, by their place in it.</summary>
    public ImmutableArray<Problem> Refused { get; init; } = [];
}
