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
    public const string Format = "format";
    public const string Csv = "csv";
    public const string JsonLines = "jsonl";

    public Task<Reply> Handle(Call call) => Task.FromResult(Answer(call));

    private Reply Answer(Call call)
    {
        if (ExportTable.Find(call.Route(BackendRoutes.ExportName)) is not { } table)
            return Problem.NotFound("There is no such export.");
        var fields = new Fields();
        foreach (var name in call.Query.Keys.Where(name => name is not (Format or OrderQueryFields.From or OrderQueryFields.To)))
            fields.Check(false, name, $"There is no filter {name}.", "not_allowed");
        var format = call.Parameter(Format) is { Length: > 0 } given ? given : Csv;
        fields.OneOf(Format, format, Csv, JsonLines);
        var query = new OrderQuery
        {
            From = OrderQueryFields.Moment(call, OrderQueryFields.From, fields),
            To = OrderQueryFields.Moment(call, OrderQueryFields.To, fields),
        };
        fields.Check(!(query.From >= query.To), OrderQueryFields.To, "to must be later than from.");
        if (!fields.AreFine)
            return fields.Problems;
        IExportWriter writer = format == Csv ? new CsvWriter(table.Columns) : new JsonLinesWriter(table.Columns);
        return new ContentReply(new ExportStream(new ExportedOrders(list, store, call.ShopIdentifier, query), table, writer));
    }
}
