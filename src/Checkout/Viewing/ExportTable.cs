using System.Collections.Immutable;
using Checkout.Orders;

namespace Checkout.Viewing;

/// <summary>
/// What an export makes of an order: rows under named columns (docs/contract/backend.md#exports). Amounts in minor units of the
/// currency in the row.
/// </summary>
public sealed record ExportTable(string Name, ImmutableArray<string> Columns, Func<Order, IEnumerable<ImmutableArray<Cell>>> Rows)
{
    public static ImmutableArray<ExportTable> All { get; } =
    [
        new("orders", OrderExport.Columns, OrderExport.Rows),
        new("payments", MoneyExport.Columns, MoneyExport.Payments),
        new("refunds", MoneyExport.Columns, MoneyExport.Refunds),
        new("tax_lines", TaxExport.Columns, TaxExport.Rows),
    ];

    /// <summary>Null when there is none of that name.</summary>
    public static ExportTable? Find(string name) => All.FirstOrDefault(table => table.Name == name);
}
