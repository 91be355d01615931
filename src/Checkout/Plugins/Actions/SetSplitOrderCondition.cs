using System.Text.Json.Serialization;
using Checkout.Orders;
using Checkout.Payments.Splitting;
using Checkout.Plugins.Actions.Rules;
using Checkout.Shops;

namespace Checkout.Plugins.Actions;

/// <summary>
/// Splits the order when it is processed (docs/contract/plugins.md#split-orders). Conditions apply in the order they
/// came.
/// </summary>
internal static class SetSplitOrderCondition
{
    private const string NoPolicy = "The policy is CREATE_NEW_ORDER.";
    private const string NoCondition = "The condition is PREORDER or SHIPPING_ADDRESS.";
    private const string NoSpread = "The policy is FIRST, ORDER_COUNT or ORDER_VALUE.";

    /// <param name="SplitOrderPolicy">What becomes of the parts.</param>
    /// <param name="SplitOrderConditionType">By what lines are told apart.</param>
    /// <param name="PolicyTypes">How money is spread; each has a value of its own when it is left out.</param>
    internal sealed record Data(
        [property: Needed(NoPolicy), Words(NoPolicy, SplitPolicies.CreateNewOrder)] string SplitOrderPolicy = "",
        [property: Needed(NoCondition), Words(NoCondition, SplitPolicies.PreOrder, SplitPolicies.ShippingAddress)]
            string SplitOrderConditionType = "",
        Policies? PolicyTypes = null
    );

    /// <param name="Billing">NEW_AUTH unless said: a hold for each part.</param>
    /// <param name="ShippingCost">FIRST unless said: all on the first part.</param>
    /// <param name="Discount">As ShippingCost.</param>
    internal sealed record Policies(
        [property:
            JsonPropertyName("Billing"),
            Words("The policy is NEW_AUTH or SHARED_AUTH.", SplitPolicies.NewAuth, SplitPolicies.SharedAuth)
        ]
            string Billing = "",
        [property:
            JsonPropertyName("ShippingCost"),
            Words(NoSpread, SplitPolicies.First, SplitPolicies.OrderCount, SplitPolicies.OrderValue)
        ]
            string ShippingCost = "",
        [property: JsonPropertyName("Discount"), Words(NoSpread, SplitPolicies.First, SplitPolicies.OrderCount, SplitPolicies.OrderValue)]
            string Discount = ""
    );

    public static readonly PluginAction Action = PluginAction.Of(
        "set_split_order_condition",
        PluginScopes.ModifyOrder,
        "Splits the order when it is processed",
        """{"split_order_policy":"CREATE_NEW_ORDER","split_order_condition_type":"PREORDER","policy_types":{"Billing":"NEW_AUTH"}}""",
        PluginJson.Default.SetSplitOrderCondition,
        Apply
    );

    private static Result<Order> Apply(Order order, Data data, ActionContext context)
    {
        var policies = data.PolicyTypes ?? new Policies();
        var condition = new SplitCondition(
            data.SplitOrderPolicy.ToUpperInvariant(),
            data.SplitOrderConditionType.ToUpperInvariant(),
            Or(policies.Billing, SplitPolicies.NewAuth),
            Or(policies.ShippingCost, SplitPolicies.First),
            Or(policies.Discount, SplitPolicies.First)
        );
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

    private static string Or(string given, string otherwise) => given.Length > 0 ? given.ToUpperInvariant() : otherwise;
}
