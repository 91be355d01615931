using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Backend.Exports;

/// <summary>
/// Sends an export as it is read, so that memory does not grow with it. When the store goes away in the middle the connection is
/// cut: a file that ends well is whole.
/// </summary>
/// <param name="name">Of the file, without its ending.</param>
/// <param name="read">The rows, some at a time.</param>
internal sealed class ExportStream<TRow>(
    string name,
    Func<CancellationToken, IAsyncEnumerable<IEnumerable<TRow>>> read,
    IExportWriter<TRow> writer
) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = writer.ContentType;
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}.{writer.Extension}\"";
        var output = response.BodyWriter;
        writer.Begin(output);
        await output.FlushAsync(httpContext.RequestAborted);
        try
        {
            await foreach (var some in read(httpContext.RequestAborted))
            {
                foreach (var row in some)
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
