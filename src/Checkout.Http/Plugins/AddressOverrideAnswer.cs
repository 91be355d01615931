using System.Text.Json;
using Checkout.Http.Frame.Json;
using Checkout.Plugins.Actions.Rules;

namespace Checkout.Http.Plugins;

/// <summary>What an override says of an address (docs/contract/overrides.md#address).</summary>
/// <param name="Valid">The address is fine.</param>
internal sealed record AddressOverrideAnswer([property: Needed("The answer does not say it.")] bool? Valid = null)
{
    /// <summary>Why it is not: a list, one error in its place, or an object of messages by field.</summary>
    [Shape(typeof(IReadOnlyList<AddressAnswerError>))]
    public JsonElement Errors { get; init; }

    public static IReadOnlyList<Problem>? Read(JsonElement answer)
    {
        if (OverrideAnswers.Read(answer, OverrideAnswerJson.Default.AddressOverrideAnswer) is not { } read)
            return null;
        if (read.Valid is true)
            return [];
        var problems = Problems(read.Errors).ToList();
        return problems.Count > 0 ? problems : [Problem.Address("address_line_1", "The address is not valid.")];
    }

    /// <summary>A list of errors, one error, or an object of messages by field (docs/contract/overrides.md#address).</summary>
    private static IEnumerable<Problem> Problems(JsonElement errors) =>
        errors.ValueKind switch
        {
            JsonValueKind.Array => errors.EnumerateArray().Select(Of),
            JsonValueKind.Object when errors.TryGetProperty("error_message", out _) => [Of(errors)],
            JsonValueKind.Object => errors.EnumerateObject().Select(e => Problem.Address(Field(e.Name), MessageOf(e.Value))),
            _ => [],
        };

    private static Problem Of(JsonElement error) => Problem.Address(Field(LooseJson.Text(error, "field")), MessageOf(error));

    private static string MessageOf(JsonElement error)
    {
        var message = error.ValueKind is JsonValueKind.Object ? LooseJson.Text(error, "error_message") : LooseJson.Text(error);
        return message.Length > 0 ? message : "The address is not valid.";
    }

    /// <summary>The storefront's names for a plugin's.</summary>
    private static string Field(string name) =>
        name switch
        {
            "address" or "address1" => "address_line_1",
            "address2" => "address_line_2",
            "company" => "business_name",
            "phone" => "phone_number",
            "" => "address_line_1",
            _ => name,
        };
}

/// <param name="Field">In the names of the question.</param>
/// <param name="ErrorMessage">What the shopper reads.</param>
internal sealed record AddressAnswerError(string Field = "", string ErrorMessage = "");
