using System.Collections.Immutable;
using Checkout.Http.Backend.Orders;
using Checkout.Http.Frame;
using Checkout.Stores;
using Checkout.Viewing;

namespace Checkout.Http.Backend.Exports;

/// <summary>
/// Orders, their payments, refunds or taxes as a file, streamed (docs/contract/backend.md#exports): a storage transaction for
/// each order, and one for each thousand.
/// </summary>
public sealed class ExportEndpoint(IOrderList list, IOrderStore store) : ISlice
{
    public Task<Reply> Handle(Call call) => Task.FromResult(Answer(call));

    private Reply Answer(Call call)
    {
        if (ExportTable.Find(call.Route(BackendRoutes.ExportName)) is not { } table)
            return Problem.NotFound("There is no such export.");
        var fields = new Fields();
        foreach (
            var name in call.Query.Keys.Where(name => name is not (ExportFormat.Parameter or OrderQueryFields.From or OrderQueryFields.To))
        )
            fields.Check(false, name, $"There is no filter {name}.", "not_allowed");
        var format = ExportFormat.Of(call, fields);
        var query = new OrderQuery
        {
            From = OrderQueryFields.Moment(call, OrderQueryFields.From, fields),
            To = OrderQueryFields.Moment(call, OrderQueryFields.To, fields),
        };
        fields.Check(!(query.From >= query.To), OrderQueryFields.To, "to must be later than from.");
        if (!fields.AreFine)
            return fields.Problems;
        IExportWriter<ImmutableArray<Cell>> writer =
            format == ExportFormat.Csv ? new CsvWriter(table.Columns) : new JsonLinesWriter(table.Columns);
        var orders = new ExportedOrders(list, store, call.ShopIdentifier, query);
        return new ContentReply(
            new ExportStream<ImmutableArray<Cell>>(table.Name, cancellation => orders.Rows(table, cancellation), writer)
        );
    }
}
