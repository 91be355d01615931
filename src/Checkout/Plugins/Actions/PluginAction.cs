using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Checkout.Orders;
using Checkout.Plugins.Actions.Rules;
using Checkout.Shops;

namespace Checkout.Plugins.Actions;

/// <summary>
/// An action that a plugin may answer an event with (docs/contract/plugins.md#actions). Each lives in a file of its own
/// under <c>Actions</c>; all of them are listed in <see cref="PluginActions"/>.
/// </summary>
public sealed class PluginAction
{
    private readonly Func<Order, JsonElement, ActionContext, Result<Order>> apply;

    private PluginAction(
        string name,
        string scope,
        string effect,
        string example,
        ImmutableArray<Type> data,
        Func<Order, JsonElement, ActionContext, Result<Order>> apply
    ) => (Name, Scope, Effect, Example, Data, this.apply) = (name, scope, effect, example, data, apply);

    /// <summary>As in the scope table, lower case.</summary>
    public string Name { get; }

    /// <summary>Other spellings of the name.</summary>
    public ImmutableArray<string> OtherNames { get; private init; } = [];

    /// <summary>One of <see cref="PluginScopes"/>.</summary>
    public string Scope { get; }

    /// <summary>What it does, for the documents.</summary>
    public string Effect { get; }

    /// <summary>Data as a plugin sends it, JSON, for the documents.</summary>
    public string Example { get; }

    /// <summary>The types that its data is read by: the data has the fields of all of them.</summary>
    public ImmutableArray<Type> Data { get; }

    public static PluginAction Of<TData>(
        string name,
        string scope,
        string effect,
        string example,
        JsonTypeInfo<TData> type,
        Func<Order, TData, ActionContext, Result<Order>> apply
    )
    {
        var rules = DataRules.Of(type);
        return new(
            name,
            scope,
            effect,
            example,
            [typeof(TData)],
            (order, data, context) => Read(data, type, rules).Then(read => apply(order, read, context))
        );
    }

    /// <summary>An action whose data holds an address beside its own fields.</summary>
    public static PluginAction Of<TData>(
        string name,
        string scope,
        string effect,
        string example,
        JsonTypeInfo<TData> type,
        Func<Order, TData, PluginAddress, ActionContext, Result<Order>> apply
    )
    {
        var rules = DataRules.Of(type);
        var addressRules = DataRules.Of(PluginJson.Default.PluginAddress);
        return new(
            name,
            scope,
            effect,
            example,
            [typeof(TData), typeof(PluginAddress)],
            (order, data, context) =>
                Read(data, type, rules)
                    .Then(read =>
                        Read(data, PluginJson.Default.PluginAddress, addressRules).Then(address => apply(order, read, address, context))
                    )
        );
    }

    public PluginAction Also(string name) => new(Name, Scope, Effect, Example, Data, apply) { OtherNames = OtherNames.Add(name) };

    /// <summary>
    /// The order with the action applied. Refused, naming the field, when the data is wrong or when the order would
    /// outgrow what an order may cost or hold; the order is then as it was.
    /// </summary>
    public Result<Order> Apply(Order order, JsonElement data, ActionContext context) =>
        apply(order, data, context)
            .Then(next =>
                !AmountLimits.Hold(next) ? AmountLimits.Exceeded
                : SizeLimits.Hold(next) ? next
                : (Result<Order>)SizeLimits.Exceeded
            );

    private static Result<TData> Read<TData>(JsonElement data, JsonTypeInfo<TData> type, DataRules rules)
    {
        // PHP writes an empty object as an empty list.
        var element =
            data.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null
            || (data.ValueKind is JsonValueKind.Array && data.GetArrayLength() == 0)
                ? PluginJson.EmptyObject
                : data;
        try
        {
            if (element.Deserialize(type) is not { } read)
                return Wrong("data");
            return rules.Broken(read) is { } problem ? problem : read;
        }
        catch (JsonException wrong)
        {
            return Wrong(wrong.Path is { Length: > 2 } path ? path[2..] : "data");
        }

        static Problem Wrong(string field) => Problem.Invalid(field, $"The value of {field} has the wrong type.");
    }
}
