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
    private static readonly MethodInfo SetterOfTypes = typeof(InitialValues).GetMethod(
        nameof(SetterOf),
        BindingFlags.NonPublic | BindingFlags.Static
    )!;

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

    /// <summary>Compiled when the first document has one: a host that starts meets few of all types.</summary>
    private static Func<object> Creator(ConstructorInfo constructor, ParameterInfo[] parameters)
    {
        var arguments = parameters.Select(p =>
            p is { HasDefaultValue: true, DefaultValue: { } value }
                ? Expression.Constant(value, p.ParameterType)
                : (Expression)Expression.Default(p.ParameterType)
        );
        var create = new Lazy<Func<object>>(() =>
            Expression.Lambda<Func<object>>(Expression.Convert(Expression.New(constructor, arguments), typeof(object))).Compile()
        );
        return () => create.Value();
    }

    /// <summary>Not compiled, for there are hundreds: properties of the same type share their code.</summary>
    private static Action<object, object?> Setter(PropertyInfo property) =>
        (Action<object, object?>)
            SetterOfTypes.MakeGenericMethod(property.DeclaringType!, property.PropertyType).Invoke(null, [property.SetMethod])!;

    private static Action<object, object?> SetterOf<T, TValue>(MethodInfo set)
        where T : class
    {
        var assign = set.CreateDelegate<Action<T, TValue>>();
        return (target, value) => assign((T)target, (TValue)value!);
    }
}
