using System.Reflection;
using System.Text.Json.Nodes;

namespace Checkout.Http.Pipeline.ApiDocuments;

/// <summary>Requests as clients send them: the JSON files beside the slices, which the build takes into the assembly.</summary>
internal static class RequestExamples
{
    public const string Folder = "request-examples/";

    /// <summary>The slice's own, or that of its request type; null when there is neither.</summary>
    public static JsonNode? Of(Endpoint endpoint) =>
        endpoint.Request is { } type
            ? Read(endpoint.Slice.Assembly, endpoint.Slice.Name) ?? Read(endpoint.Slice.Assembly, type.Name)
            : null;

    private static JsonNode? Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream($"{Folder}{name}.json");
        return stream is null ? null : JsonNode.Parse(stream);
    }
}
