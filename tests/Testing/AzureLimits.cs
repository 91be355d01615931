using System.Text;
using System.Text.Json;

namespace Checkout.Testing;

/// <summary>
/// What Azure's Table service refuses and its emulator lets pass
/// (https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model and
/// https://learn.microsoft.com/rest/api/storageservices/performing-entity-group-transactions).
/// </summary>
public static class AzureLimits
{
    private const int MostRows = 100;
    private const int MostBytesOfAGroup = 4 * 1024 * 1024;
    private const int MostBytesOfAnEntity = 1024 * 1024;
    private const int MostBytesOfAProperty = 64 * 1024;
    private const int MostProperties = 252;
    private const int MostBytesOfAKey = 1024;

    /// <summary>Why the service would refuse the request; null when it would not.</summary>
    public static string? WhyNot(string path, ReadOnlySpan<byte> body)
    {
        var isGroup = path.EndsWith("$batch", StringComparison.Ordinal);
        if (body.Length > MostBytesOfAGroup)
            return $"RequestBodyTooLarge: {body.Length} bytes";
        var lines = Encoding.UTF8.GetString(body).Split('\n');
        if (
            isGroup
            && lines.Count(line => line.StartsWith("Content-Type: application/http", StringComparison.OrdinalIgnoreCase))
                is > MostRows
                    and var rows
        )
            return $"InvalidInput: {rows} operations";
        foreach (var line in lines)
            if (line.StartsWith('{') && WhyNot(line) is { } refusal)
                return refusal;
        return null;
    }

    private static string? WhyNot(string entity)
    {
        using var document = JsonDocument.Parse(entity);
        var properties = document.RootElement.EnumerateObject().Where(p => !p.Name.Contains('@', StringComparison.Ordinal)).ToList();
        if (properties.Count > MostProperties + 3)
            return $"TooManyProperties: {properties.Count}";
        long size = 4;
        foreach (var property in properties)
        {
            var isBinary =
                document.RootElement.TryGetProperty($"{property.Name}@odata.type", out var type) && type.GetString() == "Edm.Binary";
            var bytes = SizeOf(property.Value, isBinary);
            if (property.Name is "PartitionKey" or "RowKey" && bytes > MostBytesOfAKey)
                return $"KeyValueTooLarge: {property.Name} has {bytes} bytes";
            if (bytes > MostBytesOfAProperty)
                return $"PropertyValueTooLarge: {property.Name} has {bytes} bytes";
            size += 8 + (2 * property.Name.Length) + bytes;
        }

        return size > MostBytesOfAnEntity ? $"EntityTooLarge: {size} bytes" : null;
    }

    private static long SizeOf(JsonElement value, bool isBinary) =>
        value.ValueKind switch
        {
            JsonValueKind.String when isBinary => value.GetBytesFromBase64().Length,
            JsonValueKind.String => 2L * value.GetString()!.Length,
            _ => 8,
        };
}
