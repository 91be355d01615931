using System.Collections.Immutable;
using Checkout.Catalog;
using Checkout.Shops;

namespace Checkout.Plugins.Actions;

/// <summary>What an action may know besides the order.</summary>
/// <param name="Id">Plugin, event or hook, and content: the same when the event is raised again.</param>
/// <param name="Products">Those that the answer names, by platform id.</param>
public sealed record ActionContext(Shop Shop, PluginSettings Plugin, string Id, ImmutableDictionary<string, Product> Products);
