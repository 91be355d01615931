using System.Text.Json;

namespace Checkout.Http.Frame.Json;

/// <summary>A value on its way to the wire, as its area's JSON context writes it.</summary>
public sealed class ReplyBody
{
    private readonly Action<Utf8JsonWriter> write;

    private ReplyBody(object? value, Action<Utf8JsonWriter> write)
    {
        Value = value;
        this.write = write;
    }

    /// <summary>Null for one that was written by hand.</summary>
    public object? Value { get; }

    public static ReplyBody Of<T>(T value) => new(value, writer => JsonSerializer.Serialize(writer, value, WireJson.Of<T>()));

    /// <summary>Written token by token: for shapes that no DTO can hold.</summary>
    public static ReplyBody Written(Action<Utf8JsonWriter> write) => new(null, write);

    public void WriteTo(Utf8JsonWriter writer) => write(writer);
}
