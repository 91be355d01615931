using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Checkout.Stores;

namespace Checkout.Running;

/// <summary>Names a piece of waiting work to the outside: a wake-up by what it is, or a dead letter by its id.</summary>
public sealed record WorkId
{
    private const char Between = '|';

    private WorkId(WakeUp? wakeUp, string? deadLetter)
    {
        WakeUp = wakeUp;
        DeadLetter = deadLetter;
    }

    /// <summary>Its order, kind, time and attempt; null for a dead letter.</summary>
    public WakeUp? WakeUp { get; }

    /// <summary>Null for a wake-up.</summary>
    public string? DeadLetter { get; }

    public static WorkId Of(WakeUp wakeUp) => new(wakeUp, null);

    public static WorkId Of(DeadLetter letter) => new(null, letter.Id);

    public override string ToString() =>
        Base64Url.EncodeToString(
            Encoding.UTF8.GetBytes(
                WakeUp is { } wakeUp
                    ? string.Join(
                        Between,
                        "w",
                        wakeUp.Kind,
                        wakeUp.Due.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
                        wakeUp.Attempt.ToString(CultureInfo.InvariantCulture),
                        wakeUp.PublicOrderId
                    )
                    : $"d{Between}{DeadLetter}"
            )
        );

    /// <summary>Null when the text names nothing.</summary>
    public static WorkId? Read(string text)
    {
        if (!Base64Url.IsValid(text))
            return null;
        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(Between, 5);
        return parts switch
        {
            ["d", { Length: > 0 } letter] => new WorkId(null, letter),
            ["w", var kind, var due, var attempt, var order]
                when long.TryParse(due, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
                    && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
                    && int.TryParse(attempt, NumberStyles.None, CultureInfo.InvariantCulture, out var tries) => new WorkId(
                new WakeUp(order, kind, DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), tries),
                null
            ),
            _ => null,
        };
    }
}
