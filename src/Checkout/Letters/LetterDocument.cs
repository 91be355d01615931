using System.Text.Json;
using System.Text.Json.Serialization;
using Checkout.Documents;
using Checkout.Shops;

namespace Checkout.Letters;

/// <summary>A letter as the payload of an outbox message.</summary>
public static class LetterDocument
{
    public static string Write(Letter letter) => JsonSerializer.Serialize(letter, LetterJson.Default.Letter);

    /// <summary>Null when the payload is no letter that this version of the program knows.</summary>
    public static Letter? Find(string payload)
    {
        try
        {
            return JsonSerializer.Deserialize(payload, LetterJson.Default.Letter) is { } letter
                ? letter with
                {
                    Lines = letter.Lines.IsDefault ? [] : letter.Lines,
                }
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters = [typeof(SnakeCaseEnum<LetterKind>)]
)]
[JsonSerializable(typeof(Letter))]
internal sealed partial class LetterJson : JsonSerializerContext;
