using System.Text.Json;

namespace Checkout.Local;

/// <summary>Reads the file of settings that the Functions host reads too: its Values are environment variables there.</summary>
internal static class SettingsFile
{
    /// <param name="path">Such as local.settings.json; nothing is read when it is null.</param>
    public static void AddSettingsFile(this ConfigurationManager configuration, string? path)
    {
        if (path is not { Length: > 0 })
            return;
        using var file = JsonDocument.Parse(
            File.ReadAllBytes(path),
            new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }
        );
        var values = file
            .RootElement.GetProperty("Values")
            .EnumerateObject()
            .Select(value => KeyValuePair.Create(value.Name.Replace("__", ":", StringComparison.Ordinal), (string?)value.Value.ToString()));

        // First in the list, so that what is said on the command line or in the environment wins.
        ((IConfigurationBuilder)configuration).Sources.Insert(
            0,
            new Microsoft.Extensions.Configuration.Memory.MemoryConfigurationSource { InitialData = [.. values] }
        );
    }
}
