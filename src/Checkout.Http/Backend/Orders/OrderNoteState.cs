using Checkout.Orders;

namespace Checkout.Http.Backend.Orders;

/// <param name="Actor">backend; who of its people wrote it is not known.</param>
public sealed record OrderNoteState(string Note, DateTimeOffset At, string Actor)
{
    public static OrderNoteState Of(OrderNote note) => new(note.Text, note.At, note.Actor);
}
