using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Checkout.Http.Pipeline.ApiDocuments;

/// <summary>
/// What the code's comments say of a type or property: the summaries, and of a record its parameters, in the XML files that the
/// build writes beside the assemblies. Without the file nothing is described.
/// </summary>
internal static partial class XmlComments
{
    private static readonly ConcurrentDictionary<Assembly, IReadOnlyDictionary<string, string>> Read = new();

    public static string? Of(MemberInfo member)
    {
        var type = member as Type ?? member.DeclaringType!;
        var name = (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');
        return Read.GetOrAdd(type.Assembly, Load).GetValueOrDefault(member is Type ? $"T:{name}" : $"P:{name}.{member.Name}");
    }

    private static Dictionary<string, string> Load(Assembly assembly)
    {
        var path = Path.ChangeExtension(assembly.Location, ".xml");
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var member in File.Exists(path) ? XDocument.Load(path).Descendants("member") : [])
        {
            var name = member.Attribute("name")!.Value;
            if (member.Element("summary") is { } summary)
                known[name] = Text(summary);
            foreach (var parameter in name.StartsWith("T:", StringComparison.Ordinal) ? member.Elements("param") : [])
                known.TryAdd($"P:{name[2..]}.{parameter.Attribute("name")!.Value}", Text(parameter));
        }

        return known;
    }

    /// <summary>In one line; a name of the code is its last part, and a page of the repository is left out.</summary>
    private static string Text(XElement summary)
    {
        var words = summary.Nodes().Select(node => node is XElement element ? Named(element) : (node as XText)?.Value);
        return Page().Replace(Spaces().Replace(string.Concat(words), " "), "").Trim();
    }

    private static string Named(XElement element) =>
        element.Attribute("cref")?.Value.Split('.', ':')[^1].Split('(')[0] ?? element.Attribute("name")?.Value ?? element.Value;

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@" ?\(docs/[^)]*\)", RegexOptions.None, 1000)]
    private static partial Regex Page();
}
