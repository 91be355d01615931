namespace Checkout.Http.Frame.Json;

/// <summary>The property is a number where it can be one, and text where not, as ids are that other systems give.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NumberOrTextAttribute : Attribute;
