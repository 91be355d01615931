using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Checkout.Http.Frame.Json;
using Checkout.Plugins.Actions.Rules;

namespace Checkout.Http.Plugins;

/// <summary>Reads what overrides answer by the types that the API document shows.</summary>
internal static class OverrideAnswers
{
    /// <summary>Null when the answer breaks a rule; what cannot be read at all is a <see cref="JsonException"/>.</summary>
    public static T? Read<T>(JsonElement answer, JsonTypeInfo<T> type)
        where T : class => answer.Deserialize(type) is { } read && DataRules.Of(type).Broken(read) is null ? read : null;
}

/// <summary>The JSON that overrides answer, as loosely typed as the languages that it is written in.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    Converters = [typeof(LooseText), typeof(LooseNumber), typeof(LooseFlag)]
)]
[JsonSerializable(typeof(AddressOverrideAnswer))]
[JsonSerializable(typeof(IReadOnlyList<AddressAnswerError>))]
[JsonSerializable(typeof(DiscountOverrideAnswer))]
[JsonSerializable(typeof(IReadOnlyList<DiscountAnswerCondition>))]
[JsonSerializable(typeof(IReadOnlyList<DiscountAnswerLines>))]
[JsonSerializable(typeof(InventoryOverrideAnswer))]
[JsonSerializable(typeof(ShippingOverrideAnswer))]
[JsonSerializable(typeof(TaxOverrideAnswer))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, IReadOnlyList<LineTaxAnswerRate>>))]
internal sealed partial class OverrideAnswerJson : JsonSerializerContext;
