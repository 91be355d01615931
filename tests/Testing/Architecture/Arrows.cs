using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Checkout.Testing.Architecture;

/// <summary>
/// The arrows between the namespaces of one assembly, read from what was compiled: base types, interfaces, constraints, fields,
/// signatures and the code of methods. A nested type, one that the compiler made too, belongs to the type around it. A constant
/// leaves no arrow: the compiler copies it. Generated code in a namespace of somebody else is left out.
/// </summary>
public static class Arrows
{
    public static ImmutableArray<Arrow> Of(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var reader = file.GetMetadataReader();
        var root = assembly.GetName().Name!;
        var arrows = new HashSet<Arrow>();
        foreach (var handle in reader.TypeDefinitions)
        {
            var user = Outermost(reader, handle);
            var uses = new TypeUses(reader);
            uses.AddType(file, handle);
            foreach (var used in uses.Types.Select(type => Outermost(reader, type)).Where(used => used.Namespace != user.Namespace))
                if (IsUnder(root, user.Namespace) && IsUnder(root, used.Namespace))
                    arrows.Add(new Arrow(user.Namespace, used.Namespace, user.Name, used.Name));
        }

        return [.. arrows.OrderBy(arrow => arrow.ToString(), StringComparer.Ordinal)];
    }

    private static bool IsUnder(string root, string name) => name == root || name.StartsWith($"{root}.", StringComparison.Ordinal);

    private static (string Namespace, string Name) Outermost(MetadataReader reader, TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        while (type.GetDeclaringType() is { IsNil: false } outer)
            type = reader.GetTypeDefinition(outer);
        return (reader.GetString(type.Namespace), reader.GetString(type.Name));
    }
}
