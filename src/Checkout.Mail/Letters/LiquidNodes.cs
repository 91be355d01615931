using System.Collections;
using System.Reflection;
using Fluid;
using Fluid.Ast;

namespace Checkout.Mail.Letters;

/// <summary>
/// Looks through a parsed template for ranges wherever they stand: a range of two thousand million numbers is made before its first step is
/// counted. By the fields of the nodes, since the library's visitor passes over some of them, such as indexes.
/// </summary>
internal static class LiquidNodes
{
    public static bool HasRange(IFluidTemplate template)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var open = new Stack<object>([template]);
        while (open.TryPop(out var node))
        {
            if (!seen.Add(node))
                continue;
            if (node is RangeExpression)
                return true;
            foreach (var part in Parts(node))
                open.Push(part);
        }

        return false;
    }

    private static IEnumerable<object> Parts(object node)
    {
        if (node is IEnumerable list and not string)
        {
            foreach (var item in list)
                if (item is not null && IsNode(item))
                    yield return item;
            if (!IsOfFluid(node))
                yield break;
        }

        for (var type = node.GetType(); type is not null && type != typeof(object); type = type.BaseType)
            foreach (
                var field in type.GetFields(
                    BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly
                )
            )
                if (field.GetValue(node) is { } value && IsNode(value))
                    yield return value;
    }

    private static bool IsNode(object value) => (value is IEnumerable and not string) || (IsOfFluid(value) && value is not FluidParser);

    private static bool IsOfFluid(object value) => value.GetType().Assembly == typeof(FluidParser).Assembly && !value.GetType().IsEnum;
}
