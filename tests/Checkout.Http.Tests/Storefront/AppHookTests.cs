using System.Collections.Concurrent;
using System.Text.Json;
using Checkout.Shops;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Shouldly;
using Xunit;

namespace Checkout.Http.Tests.Storefront;

[Collection(StartedHost.Name)]
public sealed class AppHookTests(StartedHost host)
{
    [Fact]
    public async Task AppHook_AsksThePluginNamed_AndAppliesWhatItAnswers()
    {
        var heard = new ConcurrentQueue<(string Path, string Signature, JsonElement Body)>();
        await using var server = await Plugin(
            heard,
            """{"success":true,"actions":[{"type":"ADD_FEE","data":{"id":"gift-wrap","line_text":"Gift wrap","fee_type":"fixed","value":2.5}}]}"""
        );
        var before = await host.Change(shop => shop with { Plugins = [Settings(server, "wrapper"), Settings(server, "bystander")] });
        try
        {
            var checkout = await host.NewOrder();
            var hooked = (await checkout.Post("/app_hook", """{"hook":"wrap","uuid":"wrapper","app_hook_data":{"paper":"blue"}}""")).Ok();

            var fee = hooked.State.GetProperty("fees")[0];
            (fee.GetProperty("id").GetString(), fee.GetProperty("value").GetInt64(), fee.GetProperty("plugin_uuid").GetString()).ShouldBe(
                ("gift-wrap", 250, "wrapper")
            );
            JsonElement.DeepEquals((await checkout.Get("/refresh")).State, hooked.State).ShouldBeTrue();
            var (path, signature, body) = heard.ShouldHaveSingleItem();
            path.ShouldBe("/wrapper");
            signature.ShouldStartWith("Signature keyId=\"wrapper\"");
            body.GetProperty("event").GetString().ShouldBe("app_hook");
            body.GetProperty("properties").GetProperty("hook").GetString().ShouldBe("wrap");
            body.GetProperty("properties").GetProperty("paper").GetString().ShouldBe("blue");
            body.GetProperty("order").GetProperty("public_order_id").GetString().ShouldBe(checkout.OrderId);
        }
        finally
        {
            await host.Change(_ => before);
        }
    }

    [Fact]
    public async Task AppHook_PluginThatAnswersNonsense_LeavesTheOrderAlone()
    {
        await using var server = await Plugin(new(), "nonsense");
        var before = await host.Change(shop => shop with { Plugins = [Settings(server, "muddled")] });
        try
        {
            var checkout = await host.NewOrder();
            (await checkout.Post("/app_hook", """{"hook":"wrap","uuid":"muddled"}"""))
                .Ok()
                .State.GetProperty("fees")
                .GetArrayLength()
                .ShouldBe(0);
        }
        finally
        {
            await host.Change(_ => before);
        }
    }

    [Theory]
    [InlineData("""{"hook":"wrap"}""", "uuid")]
    [InlineData("""{"uuid":"x"}""", "hook")]
    [InlineData("""{"hook":"wrap","uuid":"unknown"}""", "uuid")]
    public async Task AppHook_WithoutWhatItNeeds_NamesTheField(string body, string field)
    {
        var refused = await (await host.NewOrder()).Post("/app_hook", body);
        (refused.Status, refused.Field).ShouldBe((422, field));
    }

    private static PluginSettings Settings(WebApplication server, string uuid) =>
        new()
        {
            Uuid = uuid,
            Name = uuid,
            EventUrl = $"{server.Urls.First()}/{uuid}",
            ClientSecret = "a shared secret",
            Events = ["app_hook"],
            Scopes = ["add_fee"],
        };

    private static async Task<WebApplication> Plugin(
        ConcurrentQueue<(string Path, string Signature, JsonElement Body)> heard,
        string answer
    )
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapPost(
            "/{uuid}",
            async (HttpContext http) =>
            {
                var body = await JsonDocument.ParseAsync(http.Request.Body);
                heard.Enqueue((http.Request.Path, http.Request.Headers.Authorization.ToString(), body.RootElement));
                return Results.Text(answer, "application/json");
            }
        );
        await app.StartAsync();
        return app;
    }
}
