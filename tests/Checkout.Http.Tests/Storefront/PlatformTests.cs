using System.Collections.Concurrent;
using System.Text.Json;
using Checkout.Running;
using Checkout.Shops;
using Checkout.Stores;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Shouldly;
using Xunit;

namespace Checkout.Http.Tests.Storefront;

/// <summary>A shop with a platform of its own (docs/platform-connector.md).</summary>
[Collection(StartedHost.Name)]
public sealed class PlatformTests(StartedHost host) : IAsyncLifetime
{
    private readonly ConcurrentQueue<Heard> heard = [];
    private WebApplication platform = null!;
    private Shop before = null!;
    private int pushStatus = StatusCodes.Status201Created;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        platform = builder.Build();
        platform.Urls.Add("http://127.0.0.1:0");
        platform.Use(
            async (http, next) =>
            {
                using var body = new StreamReader(http.Request.Body);
                var request = http.Request;
                heard.Enqueue(
                    new Heard(
                        $"{request.Method} {request.Path.Value}",
                        request.Headers["X-HMAC-Timestamp"]!,
                        request.Headers["X-HMAC"]!,
                        request.Headers["X-Cart-Access-Token"],
                        await body.ReadToEndAsync()
                    )
                );
                await next(http);
            }
        );
        platform.MapGet(
            "/shop/carts/{id}",
            (string id) =>
                id switch
                {
                    "cart one" => Results.Text(
                        """{"cart_items":[{"sku":"KLS_472945","quantity":2,"line_item_key":"board"},{"id":"77","title":"Engraving","price":500,"quantity":1,"line_item_key":"engraving"}]}""",
                        "application/json"
                    ),
                    "sells-what-is-not-there" => Results.Text(
                        """{"cart_items":[{"sku":"NO_SUCH_SKU","quantity":2}]}""",
                        "application/json"
                    ),
                    "nonsense" => Results.Text("""{"cart_items":"all of them"}""", "application/json"),
                    "down" => Results.StatusCode(StatusCodes.Status502BadGateway),
                    _ => Results.NotFound(),
                }
        );
        platform.MapDelete("/shop/carts/{id}", (string _) => Results.NotFound());
        platform.MapPost(
            "/shop/orders",
            () =>
                pushStatus == StatusCodes.Status201Created
                    ? Results.Text("""{"platform_order_id":4711}""", "application/json", statusCode: pushStatus)
                    : Results.StatusCode(pushStatus)
        );
        await platform.StartAsync();
        before = await host.Change(shop =>
            shop with
            {
                PlatformConnector = new PlatformConnectorSettings(platform.Urls.First() + "/shop/", "a shared secret"),
            }
        );
    }

    public async Task DisposeAsync()
    {
        await host.Change(_ => before);
        await platform.DisposeAsync();
    }

    [Fact]
    public async Task CartId_LoadsTheCart_AndAddsTheItemsNamed()
    {
        var checkout = await host.NewOrder("\"cart_id\":\"cart one\",\"access_token\":\"shopper-7\"");

        var lines = (await checkout.Get("/items")).Ok().Data.GetProperty("line_items").EnumerateArray().ToList();
        lines.Select(l => l.GetProperty("line_item_key").GetString()).ShouldBe(["board", "engraving", "grater"]);
        lines.Select(l => l.GetProperty("quantity").GetInt32()).ShouldBe([2, 1, 2]);
        lines[1].GetProperty("total_price").GetInt64().ShouldBe(500);
        var asked = heard.ShouldHaveSingleItem();
        (asked.What, asked.AccessToken).ShouldBe(("GET /shop/carts/cart one", "shopper-7"));
        asked.Signature.ShouldBe(
            Convert.ToBase64String(
                System.Security.Cryptography.HMACSHA256.HashData(
                    "a shared secret"u8.ToArray(),
                    System.Text.Encoding.UTF8.GetBytes(asked.Timestamp)
                )
            )
        );
    }

    [Theory]
    [InlineData("gone", 422, "not_found")]
    [InlineData("sells-what-is-not-there", 422, "product_not_found")]
    [InlineData("nonsense", 503, "upstream")]
    [InlineData("down", 503, "upstream")]
    public async Task CartId_ThatCannotBeLoaded_BeginsNoOrder(string cartId, int status, string subType)
    {
        foreach (var path in new[] { "init", "create" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/checkout/orders/{StartedHost.Shop}/{path}");
            request.Headers.Add("Authorization", "Bearer demo-api-token");
            request.Content = StartedHost.Json($$"""{"cart_id":"{{cartId}}","idempotency_key":"{{Guid.NewGuid()}}"}""");
            using var answer = await host.Client.SendAsync(request);
            var error = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("errors")[0];
            ((int)answer.StatusCode, error.GetProperty("field").GetString(), error.GetProperty("sub_type").GetString()).ShouldBe(
                (status, "cart_id", subType),
                path
            );
        }
    }

    [Fact]
    public async Task OrderPlaced_IsPushedOnce_AndItsCartCleared()
    {
        var checkout = await host.NewOrder("\"cart_id\":\"cart one\"");
        await checkout.Fill();
        (await checkout.Pay("tok_visa")).Ok();
        (await checkout.Post("/process_order")).Ok().State.GetProperty("platform_order_id").GetString().ShouldBe("4711");
        (await checkout.Post("/process_order")).Ok().State.GetProperty("platform_order_id").GetString().ShouldBe("4711");

        heard.Select(h => h.What).ShouldBe(["GET /shop/carts/cart one", "DELETE /shop/carts/cart one", "POST /shop/orders"]);
        var pushed = JsonDocument.Parse(heard.Last().Body).RootElement;
        pushed.GetProperty("public_order_id").GetString().ShouldBe(checkout.OrderId);
        pushed.GetProperty("attributes").GetProperty("bold_cashier_public_order_id").GetString().ShouldBe(checkout.OrderId);
        pushed.GetProperty("application_state").GetProperty("is_processed").GetBoolean().ShouldBeTrue();
    }

    [Theory]
    [InlineData(StatusCodes.Status500InternalServerError)]
    [InlineData(StatusCodes.Status422UnprocessableEntity)]
    public async Task OrderPlaced_PlatformDoesNotTakeIt_StandsAllTheSame_AndGoesThereLater(int status)
    {
        pushStatus = status;
        var checkout = await host.NewOrder();
        await checkout.Fill();
        (await checkout.Pay("tok_visa")).Ok();
        var placed = (await checkout.Post("/process_order")).Ok().State;

        (placed.GetProperty("is_processed").GetBoolean(), placed.GetProperty("platform_order_id").ValueKind).ShouldBe(
            (true, JsonValueKind.Null)
        );
        var wakeUp = (await host.Service<IWakeUps>().Due(DateTimeOffset.MaxValue.AddYears(-1), 10_000, default)).Single(w =>
            w.PublicOrderId == checkout.OrderId && w.Kind == WakeUpKinds.PlatformOrder
        );
        var later = host.Service<IEnumerable<IWakeUpHandler>>().Single(h => h.Kind == WakeUpKinds.PlatformOrder);
        (await later.Handle(wakeUp, default)).ShouldNotBeNull();

        pushStatus = StatusCodes.Status201Created;
        (await later.Handle(wakeUp, default)).ShouldBeNull();
        (await checkout.Get("/refresh")).Ok().State.GetProperty("platform_order_id").GetString().ShouldBe("4711");
        (await later.Handle(wakeUp, default)).ShouldBeNull();
        heard.Count(h => h.What == "POST /shop/orders").ShouldBe(3);
    }

    private sealed record Heard(string What, string Timestamp, string Signature, string? AccessToken, string Body);
}
