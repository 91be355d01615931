using System.Collections.Immutable;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Checkout.Http.Dialects.Bold;
using Checkout.Http.Frame;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace Checkout.Local.Demo;

/// <summary>
/// The demo storefront at <c>/demo/</c> and, under <c>/demo/api/</c>, what its shop's own backend would do: it alone
/// holds the API token, and hands the page a JWT that is good for one order. In development only.
/// </summary>
internal sealed class DemoStorefront(IHttpClientFactory clients, IFileProvider files, string samplesFolder)
{
    private const string Shop = "zp3oafdor9";

    /// <summary>The development token that samples/shop.json lets in; no secret.</summary>
    private const string ApiToken = "demo-api-token";

    private readonly FileExtensionContentTypeProvider contentTypes = new();

    /// <summary>Where it is; null where this host has none.</summary>
    public static string? PathOn(IHostEnvironment environment, string? samplesFolder) =>
        environment.IsDevelopment() && samplesFolder is { Length: > 0 } && Directory.Exists(SiteIn(samplesFolder)) ? "/demo/" : null;

    public static void Map(WebApplication app)
    {
        var samples = app.Services.GetRequiredService<LocalOptions>().SamplesFolder;
        if (PathOn(app.Environment, samples) is null)
            return;
        var files = new PhysicalFileProvider(Path.GetFullPath(SiteIn(samples!)));
        app.Lifetime.ApplicationStopped.Register(files.Dispose);
        var demo = new DemoStorefront(app.Services.GetRequiredService<IHttpClientFactory>(), files, samples!);
        app.MapGet("/demo/{**file}", (HttpContext http, string? file) => demo.File(http, file));
        app.MapGet("/demo/api/products", demo.Products);
        app.MapPost("/demo/api/start", (HttpContext http, DemoCart cart) => demo.Ask(http, "init", cart.ToInit()));
        app.MapPost("/demo/api/resume", (HttpContext http, JsonObject order) => demo.Ask(http, "resume", order));
    }

    private static string SiteIn(string samplesFolder) => Path.Combine(samplesFolder, "storefront", "site");

    private IResult File(HttpContext http, string? path)
    {
        if (path is null && !http.Request.Path.Value!.EndsWith('/'))
            return Results.LocalRedirect("~/demo/");
        var file = files.GetFileInfo(path is null or "" ? "index.html" : path);
        return file is { Exists: true, PhysicalPath: { } physical } && contentTypes.TryGetContentType(physical, out var type)
            ? Results.File(physical, type, lastModified: file.LastModified)
            : BoldDialect.Instance.Refuse(new Refusal([Problem.NotFound("There is nothing here.")]));
    }

    private async Task<IResult> Products(CancellationToken cancellation)
    {
        await using var stream = System.IO.File.OpenRead(Path.Combine(samplesFolder, "products.json"));
        var read = (await JsonNode.ParseAsync(stream, cancellationToken: cancellation))!["products"]!.AsArray();
        var shelf = read.Where(product => product!["is_gift_card"]?.GetValue<bool>() is not true)
            .Select(product => new JsonObject
            {
                ["sku"] = product!["sku"]!.DeepClone(),
                ["title"] = $"{product["product_title"]}, {product["title"]}",
                ["price"] = product["price"]!.DeepClone(),
                ["image_url"] = product["image_url"]?.DeepClone(),
            });
        return Results.Json(new JsonObject { ["products"] = new JsonArray([.. shelf]) });
    }

    /// <summary>Calls the Backend API as any shop does, over HTTP, by the name that the browser knows this host by.</summary>
    private async Task<IResult> Ask(HttpContext http, string call, JsonObject body)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            $"http://127.0.0.1:{http.Connection.LocalPort}/checkout/orders/{Shop}/{call}"
        );
        request.Headers.Host = http.Request.Host.Value;
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", ApiToken);
        request.Content = JsonContent.Create(body);
        using var client = clients.CreateClient();
        using var answer = await client.SendAsync(request, http.RequestAborted);
        var read = (
            await JsonNode.ParseAsync(await answer.Content.ReadAsStreamAsync(http.RequestAborted), cancellationToken: http.RequestAborted)
        )!.AsObject();
        read["shop"] = Shop;
        return Results.Json(read, statusCode: (int)answer.StatusCode);
    }
}

/// <summary>What the page puts into its first cart.</summary>
internal sealed record DemoCart(ImmutableArray<DemoCartItem> Items)
{
    public JsonObject ToInit() =>
        new()
        {
            ["cart_items"] = new JsonArray([
                .. Items.Select(item => new JsonObject
                {
                    ["sku"] = item.Sku,
                    ["quantity"] = item.Quantity,
                    ["line_item_key"] = item.Sku,
                }),
            ]),
        };
}

internal sealed record DemoCartItem(string Sku, int Quantity);
