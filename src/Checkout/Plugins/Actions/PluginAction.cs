using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Plugins.Actions;

/// <summary>
/// An action that a plugin may answer an event with (docs/contract/plugins.md#actions). Each lives in a file of its own
/// under <c>Actions</c>; all of them are listed in <see cref="PluginActions"/>.
/// </summary>
public sealed class PluginAction
{
    private readonly Func<Order, JsonElement, ActionContext, Result<Order>> apply;

    private PluginAction(string name, string scope, Func<Order, JsonElement, ActionContext, Result<Order>> apply) =>
        (Name, Scope, this.apply) = (name, scope, apply);

    /// <summary>As in the scope table, lower case.</summary>
    public string Name { get; }

    /// <summary>Other spellings of the name.</summary>
    public ImmutableArray<string> OtherNames { get; init; } = [];

    /// <summary>One of <see cref="PluginScopes"/>.</summary>
    public string Scope { get; }

    /// <summary>What it does, for the table in the documents.</summary>
    public required string Effect { get; init; }

    /// <summary>The fields of its data with their types, for the documents.</summary>
    public required ImmutableArray<string> Fields { get; init; }

    public static PluginAction Of<TData>(
        string name,
        string scope,
        string effect,
        JsonTypeInfo<TData> type,
        Func<Order, TData, ActionContext, Result<Order>> apply
    ) =>
        new(name, scope, (order, data, context) => Read(data, type).Then(read => apply(order, read, context)))
        {
            Effect = effect,
            Fields = DataFields.Of(type),
        };

    /// <summary>An action whose data holds an address beside its own fields.</summary>
    public static PluginAction Of<TData>(
        string name,
        string scope,
        string effect,
        JsonTypeInfo<TData> type,
        Func<Order, TData, PluginAddress, ActionContext, Result<Order>> apply
    ) =>
        new(
            name,
            scope,
            (order, data, context) =>
                Read(data, type)
                    .Then(read => Read(data, PluginJson.Default.PluginAddress).Then(address => apply(order, read, address, context)))
        )
        {
            Effect = effect,
            Fields = [.. DataFields.Of(type), .. DataFields.Of(PluginJson.Default.PluginAddress)],
        };

    public PluginAction Also(string name) =>
        new(Name, Scope, apply)
        {
            Effect = Effect,
            Fields = Fields,
            OtherNames = OtherNames.Add(name),
        };

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

    private static Result<TData> Read<TData>(JsonElement data, JsonTypeInfo<TData> type)
    {
        // PHP writes an empty object as an empty list.
        var element =
            data.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null
            || (data.ValueKind is JsonValueKind.Array && data.GetArrayLength() == 0)
                ? PluginJson.EmptyObject
                : data;
        try
        {
            return element.Deserialize(type) is { } read ? read : Wrong("data");
        }
        catch (JsonException wrong)
        {
            return Wrong(wrong.Path is { Length: > 2 } path ? path[2..] : "data");
        }

        static Problem Wrong(string field) => Problem.Invalid(field, $"The value of {field} has the wrong type.");
    }
}
