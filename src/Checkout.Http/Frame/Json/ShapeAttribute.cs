namespace Checkout.Http.Frame.Json;

/// <summary>The property is read by hand, in more forms than one; the API document shows it in the form of a type.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ShapeAttribute(Type type) : Attribute
{
    public Type Type => type;
}
