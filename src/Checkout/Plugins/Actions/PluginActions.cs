using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json.Serialization.Metadata;

namespace Checkout.Plugins.Actions;

/// <summary>Every action there is, by name (docs/plugin-actions.md): a file with a static field <c>Action</c> is one.</summary>
public static class PluginActions
{
    public static readonly ImmutableArray<PluginAction> All = In(typeof(PluginActions).Assembly);

    private static readonly FrozenDictionary<string, PluginAction> ByName = All.SelectMany(action =>
            action.OtherNames.Prepend(action.Name).Select(name => (name, action))
        )
        .ToFrozenDictionary(a => a.name, a => a.action, StringComparer.OrdinalIgnoreCase);

    /// <summary>The contracts that their data is read by, for whoever describes it.</summary>
    public static IJsonTypeInfoResolver Shapes => PluginJson.Default;

    /// <summary>By type in upper or lower case; null when there is no such action.</summary>
    public static PluginAction? Find(string type) => ByName.GetValueOrDefault(type);

    /// <summary>The actions that an assembly declares.</summary>
    public static ImmutableArray<PluginAction> In(Assembly assembly) =>
        [
            .. assembly
                .GetTypes()
                .Select(type => type.GetField("Action", BindingFlags.Public | BindingFlags.Static)?.GetValue(null))
                .OfType<PluginAction>()
                .OrderBy(action => action.Name, StringComparer.Ordinal),
        ];
}
