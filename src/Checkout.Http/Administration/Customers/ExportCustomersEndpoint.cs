using System.Text;
using System.Text.Json;
using Checkout.Http.Frame;
using Checkout.Stores;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Administration.Customers;

/// <summary>
/// Every customer of the shop, as CSV or JSON Lines, streamed: one storage transaction for every hundred, and never more than
/// those in memory.
/// </summary>
public sealed class ExportCustomersEndpoint(ICustomerList customers) : ISlice
{
    public const string Format = "format";
    private const string Csv = "csv";
    private const string JsonLines = "jsonl";
    private const string Header =
        "id,platform_id,first_name,last_name,email_address,accepts_marketing,created_at,"
        + "address_line_1,address_line_2,city,province_code,country_code,postal_code,phone_number";

    public Task<Reply> Handle(Call call)
    {
        var format = call.Parameter(Format) ?? Csv;
        var fields = new Fields().OneOf(Format, format, Csv, JsonLines);
        if (!fields.AreFine)
            return Task.FromResult<Reply>(fields.Problems);
        var shop = call.Route(RouteNames.Shop);
        var content = Results.Stream(
            stream => Write(shop, format == Csv, stream, call.Cancellation),
            format == Csv ? "text/csv; charset=utf-8" : "application/jsonl; charset=utf-8",
            $"customers-{shop}.{format}"
        );
        return Task.FromResult<Reply>(new ContentReply(content));
    }

    private async Task Write(string shop, bool isCsv, Stream stream, CancellationToken cancellation)
    {
        await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        if (isCsv)
            await writer.WriteLineAsync(Header.AsMemory(), cancellation);
        string? after = null;
        do
        {
            var page = await customers.List(shop, new PageRequest(Paging.HighestLimit, after), cancellation);
            foreach (var customer in page.Items.Select(ListedCustomer.Of))
                await writer.WriteLineAsync((isCsv ? Line(customer) : Json(customer)).AsMemory(), cancellation);
            await writer.FlushAsync(cancellation);
            after = page.Next;
        } while (after is not null);
    }

    private static string Json(ListedCustomer customer) => JsonSerializer.Serialize(customer, CustomerJson.Default.ListedCustomer);

    /// <summary>With the default address, or the first.</summary>
    private static string Line(ListedCustomer customer)
    {
        var address = customer.SavedAddresses.FirstOrDefault(a => a.Default is true) ?? customer.SavedAddresses.FirstOrDefault();
        return string.Join(
            ',',
            new[]
            {
                customer.Id,
                customer.PlatformId,
                customer.FirstName,
                customer.LastName,
                customer.EmailAddress,
                customer.AcceptsMarketing ? "true" : "false",
                customer.CreatedAt?.UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
                address?.AddressLine1,
                address?.AddressLine2,
                address?.City,
                address?.ProvinceCode,
                address?.CountryCode,
                address?.PostalCode,
                address?.PhoneNumber,
            }.Select(Cell)
        );
    }

    /// <summary>RFC 4180; a text that a spreadsheet would take for a formula begins with an apostrophe.</summary>
    private static string Cell(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        var safe = text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? $"'{text}" : text;
        return safe.AsSpan().ContainsAny(',', '"', '\n') || safe.Contains('\r', StringComparison.Ordinal)
            ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : safe;
    }
}
