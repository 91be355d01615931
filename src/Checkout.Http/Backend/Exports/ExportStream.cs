using Checkout.Viewing;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Backend.Exports;

/// <summary>
/// Sends an export as it is read, so that memory does not grow with it. When the store goes away in the middle the connection is
/// cut: a file that ends well is whole.
/// </summary>
internal sealed class ExportStream(ExportedOrders orders, ExportTable table, IExportWriter writer) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = writer.ContentType;
        response.Headers.ContentDisposition = $"attachment; filename=\"{table.Name}.{writer.Extension}\"";
        var output = response.BodyWriter;
        writer.Begin(output);
        await output.FlushAsync(httpContext.RequestAborted);
        try
        {
            await foreach (var some in orders.Read(httpContext.RequestAborted))
            {
                foreach (var row in some.SelectMany(table.Rows))
                    writer.Write(output, row);
                await output.FlushAsync(httpContext.RequestAborted);
            }
        }
        catch
        {
            httpContext.Abort();
            throw;
        }
    }
}
