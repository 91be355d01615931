using Checkout.Orders;

namespace Checkout.Changing.Notes;

/// <summary>Adds a note to an order, whatever its status (docs/contract/backend.md#notes). The timeline says that, not what.</summary>
public static class AddNote
{
    /// <summary>Characters of one note.</summary>
    public const int Longest = 2000;
    public const int Most = 100;

    public static Result<Order> Decide(Order order, string text, Occasion occasion) =>
        order.Notes.Length >= Most
            ? Problem.Invalid("note", $"An order has at most {Most} notes.", "too_many")
            : (order with { Notes = order.Notes.Add(new OrderNote(occasion.At, occasion.Actor, text.Trim())) }).Record(
                "note.added",
                occasion
            );
}
