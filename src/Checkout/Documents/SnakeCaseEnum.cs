using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkout.Documents;

/// <summary>Enums in documents are words, so that a reordered enum does not change what is stored.</summary>
internal sealed class SnakeCaseEnum<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
