using System.Collections.Immutable;
using System.Text.Json;
using Checkout.Http.Frame;
using Checkout.Orders;

namespace Checkout.Http.Dialects.Bold;

/// <summary>Order metadata as clients send it (docs/contract/shapes.md#metadata).</summary>
public sealed record MetaDataBody
{
    private const int MostEntries = 250;
    private const int LongestNotes = 32_768;

    public ImmutableDictionary<string, JsonElement>? CartParameters { get; init; }
    public ImmutableDictionary<string, JsonElement>? NoteAttributes { get; init; }
    public string? Notes { get; init; }
    public ImmutableArray<string?>? Tags { get; init; }

    public static Fields Check(Fields fields, string path, MetaDataBody? body)
    {
        if (body is null)
            return fields;
        Entries(path + "cart_parameters", body.CartParameters);
        Entries(path + "note_attributes", body.NoteAttributes);
        fields
            .Text(path + "notes", body.Notes, LongestNotes)
            .Check(body.TagList.Length <= MostEntries, path + "tags", $"{path}tags has more than {MostEntries} entries.", "too_many")
            .Check(
                body.TagList.All(tag => tag is { Length: <= Fields.TextLimit }),
                path + "tags",
                $"{path}tags holds something that is no text or too long.",
                "too_long"
            );
        return fields;

        void Entries(string field, ImmutableDictionary<string, JsonElement>? entries) =>
            fields
                .Check(entries is not { Count: > MostEntries }, field, $"{field} has more than {MostEntries} entries.", "too_many")
                .Check(
                    entries?.Keys.All(key => key.Length <= Fields.TextLimit) is not false,
                    field,
                    $"{field} has a name that is too long.",
                    "too_long"
                );
    }

    public OrderMetaData ToMetaData() =>
        new()
        {
            CartParameters = CartParameters ?? ImmutableDictionary<string, JsonElement>.Empty,
            NoteAttributes = NoteAttributes ?? ImmutableDictionary<string, JsonElement>.Empty,
            Notes = Notes ?? "",
            Tags = [.. TagList.OfType<string>()],
        };

    private ImmutableArray<string?> TagList => Tags is { IsDefault: false } tags ? tags : [];
}
