using System.Globalization;
using System.Text;
using Checkout.Http.Frame;
using Microsoft.AspNetCore.Http;
using Endpoint = Checkout.Http.Frame.Endpoint;

namespace Checkout.Functions.Tests.Http;

/// <summary>The text of the HTTP triggers, as the endpoint table has them: a file for each folder of slices.</summary>
internal static class TriggerFiles
{
    private const string Slices = "Checkout.Http.";
    private const int LineLimit = 140;

    /// <summary>More make a file longer than anybody reads: then it is two, one of the calls that read and one of those that change.</summary>
    private const int MostInAFile = 30;

    /// <summary>
    /// The path of no segment. The host takes an empty route for the function's name, and the worker, which puts a slash
    /// before each route, cannot read <c>/</c>: it answers no request at all then.
    /// </summary>
    public const string Root = "{root:maxlength(0)?}";

    public static string RouteOf(Endpoint endpoint) => endpoint.Route.Length > 0 ? endpoint.Route : Root;

    /// <summary>Texts by file name.</summary>
    public static IReadOnlyDictionary<string, string> Of(EndpointTable table) =>
        table
            .All.GroupBy(endpoint => endpoint.Slice.Namespace![Slices.Length..], StringComparer.Ordinal)
            .SelectMany(folder => Split(folder.Key, [.. folder]))
            .ToDictionary(file => $"{file.Type}.cs", file => Text(file.Type, file.Folder, file.Endpoints), StringComparer.Ordinal);

    private static IEnumerable<(string Type, string Folder, Endpoint[] Endpoints)> Split(string folder, Endpoint[] endpoints)
    {
        var area = folder.Replace(".", "", StringComparison.Ordinal);
        return endpoints.Length <= MostInAFile
            ? [($"{area}Functions", folder, endpoints)]
            :
            [
                ($"{area}ReadFunctions", folder, [.. endpoints.Where(Reads)]),
                ($"{area}ChangeFunctions", folder, [.. endpoints.Where(endpoint => !Reads(endpoint))]),
            ];
    }

    private static bool Reads(Endpoint endpoint) => endpoint.Method == HttpMethods.Get;

    private static string Text(string type, string folder, Endpoint[] endpoints)
    {
        var text = new StringBuilder("using Microsoft.AspNetCore.Http;\nusing Microsoft.Azure.Functions.Worker;\n");
        if (!endpoints.All(Reads))
            text.Append("using Microsoft.DurableTask.Client;\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $$"""

            namespace Checkout.Functions.Http.Triggers;

            /// <summary>Triggers of {{folder.Replace(
                '.',
                '/'
            )}}, written from the endpoint table by a test: change the table, not this file.</summary>
            public sealed class {{type}}(TriggeredEndpoint endpoint)
            {

            """
        );
        return text.AppendJoin('\n', endpoints.Select(Method)).Append("}\n").ToString();
    }

    private static string Method(Endpoint endpoint)
    {
        var verb = endpoint.Method.ToLowerInvariant();
        var route = RouteOf(endpoint);
        var oneLine = $"        [HttpTrigger(AuthorizationLevel.Anonymous, \"{verb}\", Route = \"{route}\")]";
        var trigger = oneLine.Length <= LineLimit ? oneLine : oneLine.Replace(", Route", ",\n            Route", StringComparison.Ordinal);
        var parameters = Reads(endpoint)
            ? "        HttpRequest request) =>\n        endpoint.Run(request);"
            : "        HttpRequest request,\n        [DurableClient] DurableTaskClient durable) =>\n        endpoint.Run(request, durable);";
        return $"    [Function(nameof({endpoint.Name}))]\n    public Task<IResult> {endpoint.Name}(\n{trigger}\n{parameters}\n";
    }
}
