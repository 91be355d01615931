using Checkout.Changing.Notes;
using Checkout.Http.Frame;
using Checkout.Running;

namespace Checkout.Http.Backend.Orders;

public sealed record AddOrderNoteRequest(string? Note);

public sealed record OrderViewData(OrderViewState Order);

/// <summary>Adds a note for colleagues to an order (docs/contract/backend.md#notes).</summary>
public sealed class AddOrderNoteEndpoint(OrderEditor editor) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var body = await call.Read<AddOrderNoteRequest>();
        if (!body.Succeeded)
            return body.Problems;
        var fields = new Fields().Required("note", body.Value.Note, AddNote.Longest);
        if (!fields.AreFine)
            return fields.Problems;
        var changed = await editor.Change(
            call.ShopIdentifier,
            call.OrderId,
            call.Actor,
            (order, _, occasion) => AddNote.Decide(order, body.Value.Note!, occasion),
            call.Cancellation
        );
        return Reply.Of(changed, order => new OrderViewData(OrderViewState.Of(order)));
    }
}
