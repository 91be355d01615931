using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Checkout.Http.Backend.Exports;
using Checkout.Http.Frame;
using Checkout.Stores;
using Checkout.Viewing;

namespace Checkout.Http.Administration.Customers;

/// <summary>
/// Every customer of the shop, as CSV or JSON Lines, streamed: one storage transaction for every hundred, and never more than
/// those in memory.
/// </summary>
public sealed class ExportCustomersEndpoint(ICustomerList customers) : ISlice
{
    public Task<Reply> Handle(Call call)
    {
        var fields = new Fields();
        var format = ExportFormat.Of(call, fields);
        if (!fields.AreFine)
            return Task.FromResult<Reply>(fields.Problems);
        var shop = call.Route(RouteNames.Shop);
        var name = $"customers-{shop}";
        return Task.FromResult<Reply>(
            new ContentReply(
                format == ExportFormat.Csv
                    ? new ExportStream<ImmutableArray<Cell>>(
                        name,
                        cancellation => Read(shop, CustomerExport.Row, cancellation),
                        new CsvWriter(CustomerExport.Columns)
                    )
                    : new ExportStream<ListedCustomer>(
                        name,
                        cancellation => Read(shop, customer => customer, cancellation),
                        new CustomerLinesWriter()
                    )
            )
        );
    }

    private async IAsyncEnumerable<IEnumerable<TRow>> Read<TRow>(
        string shop,
        Func<ListedCustomer, TRow> row,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var asked = new PageRequest(Paging.HighestLimit);
        do
        {
            var page = await customers.List(shop, asked, cancellation);
            yield return page.Items.Select(customer => row(ListedCustomer.Of(customer)));
            asked = asked with { After = page.Next };
        } while (asked.After is not null);
    }
}
