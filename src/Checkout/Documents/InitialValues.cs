using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json.Serialization.Metadata;

namespace Checkout.Documents;

/// <summary>
/// Makes a property that a document leaves out keep its initial value. Source-generated contracts set every init-only
/// property, and so would leave a default <c>ImmutableArray</c> or a null section behind a document written
/// before the property was there.
/// </summary>
internal static class InitialValues
{
    /// <summary>
    /// A contract modifier; parameters of a record without a default become required, unless null is a value of theirs: a document
    /// leaves nulls out.
    /// </summary>
    public static void Keep(JsonTypeInfo contract)
    {
        if (contract.Kind is not JsonTypeInfoKind.Object)
            return;
        var constructor =
            contract.Type.GetConstructors().MaxBy(c => c.GetParameters().Length)
            ?? throw new InvalidOperationException($"{contract.Type} has no public constructor.");
        var parameters = constructor.GetParameters();
        contract.CreateObject = Creator(constructor, parameters);
        var nullability = new NullabilityInfoContext();
        foreach (var property in contract.Properties)
        {
            if (property.AttributeProvider is not PropertyInfo { SetMethod: not null } info)
                continue;
            property.Set = Setter(info);
            property.IsRequired |= parameters.Any(p =>
                p.Name == info.Name && !p.HasDefaultValue && nullability.Create(p).ReadState is not NullabilityState.Nullable
            );
        }
    }

    private static Func<object> Creator(ConstructorInfo constructor, ParameterInfo[] parameters)
    {
        var arguments = parameters.Select(p =>
            p is { HasDefaultValue: true, DefaultValue: { } value }
                ? Expression.Constant(value, p.ParameterType)
                : (Expression)Expression.Default(p.ParameterType)
        );
        return Expression.Lambda<Func<object>>(Expression.Convert(Expression.New(constructor, arguments), typeof(object))).Compile();
    }

    private static Action<object, object?> Setter(PropertyInfo property)
    {
        var target = Expression.Parameter(typeof(object));
        var value = Expression.Parameter(typeof(object));
        var assign = Expression.Assign(
            Expression.Property(Expression.Convert(target, property.DeclaringType!), property),
            Expression.Convert(value, property.PropertyType)
        );
        return Expression.Lambda<Action<object, object?>>(assign, target, value).Compile();
    }
}
