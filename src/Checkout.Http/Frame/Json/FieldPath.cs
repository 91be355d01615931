namespace Checkout.Http.Frame.Json;

/// <summary>Where a field is in a body, such as <c>cart_items[0].sku</c>.</summary>
internal static class FieldPath
{
    /// <summary>The wire's <c>field</c> is the property's own name; the message carries the path.</summary>
    public static string NameOf(string path)
    {
        var name = path[(path.LastIndexOf('.') + 1)..];
        var bracket = name.IndexOf('[', StringComparison.Ordinal);
        return bracket > 0 ? name[..bracket] : name;
    }
}
