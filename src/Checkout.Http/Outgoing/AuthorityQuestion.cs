using System.Text.Json.Nodes;

namespace Checkout.Http.Outgoing;

/// <summary>One call of a remote state authority.</summary>
/// <param name="Path">Below the authority's URL.</param>
/// <param name="Field">What is at fault where it refuses.</param>
public sealed record AuthorityQuestion(HttpMethod Method, string Path, JsonObject? Body, string Field);
