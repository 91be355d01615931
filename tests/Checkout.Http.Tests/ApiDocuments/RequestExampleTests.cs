using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Checkout.Http.Dialects.Bold;
using Checkout.Http.Frame;
using Checkout.Http.Frame.Json;
using Checkout.Http.Hosting;
using Checkout.Http.Pipeline.ApiDocuments;
using Checkout.Shops;
using Shouldly;
using Xunit;

namespace Checkout.Http.Tests.ApiDocuments;

public sealed class RequestExampleTests
{
    private static readonly JsonSerializerOptions Strict = new(WireJson.Options)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static TheoryData<string> Names => [.. Endpoints.Table.All.Where(HasBody).Select(e => e.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Example_OfEveryRequest_IsReadByItsType(string name)
    {
        var endpoint = Endpoints.Table.Named(name);

        var example = RequestExamples.Of(endpoint);

        example.ShouldNotBeNull($"{endpoint.Slice.Name}.json or {endpoint.Request!.Name}.json is missing");
        Refusal(endpoint.Request!, example).ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"first_nam":"John"}""")]
    [InlineData("""{"first_name":7}""")]
    public void Example_ThatItsTypeDoesNotKnow_IsRefused(string example) =>
        Refusal(typeof(AddressBody), JsonNode.Parse(example)!).ShouldNotBeNull();

    [Fact]
    public void ExampleFile_EveryOne_IsSomeEndpointsRequest()
    {
        var used = Endpoints.Table.All.Where(HasBody).SelectMany(e => new[] { e.Slice.Name, e.Request!.Name });

        typeof(Endpoints)
            .Assembly.GetManifestResourceNames()
            .Where(resource => resource.StartsWith(RequestExamples.Folder, StringComparison.Ordinal))
            .Select(resource => Path.GetFileNameWithoutExtension(resource[RequestExamples.Folder.Length..]))
            .Except(used, StringComparer.Ordinal)
            .ShouldBeEmpty();
    }

    private static bool HasBody(Endpoint endpoint) => endpoint.Request is { } type && type != typeof(EmptyObject);

    /// <summary>Why the type does not take the example, key by key; null when it does.</summary>
    private static string? Refusal(Type type, JsonNode example)
    {
        if (type == typeof(Shop))
            return ShopDocument.Parse(Encoding.UTF8.GetBytes(example.ToJsonString())) is { Succeeded: false } shop
                ? shop.Problems[0].Message
                : null;
        try
        {
            return JsonSerializer.Deserialize(example, type, Strict) is null ? "null" : null;
        }
        catch (JsonException exception)
        {
            return exception.Message;
        }
    }
}
