using System.Text.Json.Serialization;
using Checkout.Orders;
using Checkout.Payments.Splitting;
using Checkout.Shops;

namespace Checkout.Plugins.Actions;

/// <summary>
/// Splits the order when it is processed (docs/contract/plugins.md#split-orders). Conditions apply in the order they
/// came.
/// </summary>
internal static class SetSplitOrderCondition
{
    internal sealed record Data(string SplitOrderPolicy = "", string SplitOrderConditionType = "", Policies? PolicyTypes = null);

    internal sealed record Policies(
        [property: JsonPropertyName("Billing")] string Billing = "",
        [property: JsonPropertyName("ShippingCost")] string ShippingCost = "",
        [property: JsonPropertyName("Discount")] string Discount = ""
    );

    public static readonly PluginAction Action = PluginAction.Of(
        "set_split_order_condition",
        PluginScopes.ModifyOrder,
        "Splits the order when it is processed",
        PluginJson.Default.SetSplitOrderCondition,
        Apply
    );

    private static Result<Order> Apply(Order order, Data data, ActionContext context)
    {
        var policies = data.PolicyTypes ?? new Policies();
        var condition = new SplitCondition(
            data.SplitOrderPolicy,
            data.SplitOrderConditionType,
            Or(policies.Billing, SplitPolicies.NewAuth),
            Or(policies.ShippingCost, SplitPolicies.First),
            Or(policies.Discount, SplitPolicies.First)
        );
        if (condition.Policy != SplitPolicies.CreateNewOrder)
            return Problem.Invalid("split_order_policy", "The policy is CREATE_NEW_ORDER.");
        if (condition.ConditionType is not (SplitPolicies.PreOrder or SplitPolicies.ShippingAddress))
            return Problem.Invalid("split_order_condition_type", "The condition is PREORDER or SHIPPING_ADDRESS.");
        if (condition.Billing is not (SplitPolicies.NewAuth or SplitPolicies.SharedAuth))
            return Problem.Invalid("policy_types.Billing", "The policy is NEW_AUTH or SHARED_AUTH.");
        if (!SplitPolicies.IsSpread(condition.ShippingCost))
            return Problem.Invalid("policy_types.ShippingCost", "The policy is FIRST, ORDER_COUNT or ORDER_VALUE.");
        if (!SplitPolicies.IsSpread(condition.Discount))
            return Problem.Invalid("policy_types.Discount", "The policy is FIRST, ORDER_COUNT or ORDER_VALUE.");

        var conditions = order.Plugins.SplitConditions;
        var before = conditions.FirstOrDefault(c => c.ConditionType == condition.ConditionType);
        return order with
        {
            Plugins = order.Plugins with
            {
                SplitConditions = before is null ? conditions.Add(condition) : conditions.Replace(before, condition),
            },
        };
    }

    private static string Or(string given, string otherwise) => given.Length > 0 ? given : otherwise;
}
