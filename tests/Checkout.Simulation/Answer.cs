using System.Text.Json.Nodes;

namespace Checkout.Simulation;

internal sealed record Answer(int Status, JsonNode Body)
{
    public JsonNode? State => Body["data"]?["application_state"];

    /// <summary>The client may send the same again: the store or a gateway was down, or somebody else held the order.</summary>
    public bool IsPassing => Status is 500 or 503 or 530 or 202;
}
