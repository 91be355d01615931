using System.Text.Json.Nodes;
using Checkout.Local.Tests.Faults;
using Checkout.Stores;
using Shouldly;
using Xunit;

namespace Checkout.Local.Tests.Races;

/// <summary>
/// Each command of a Create Order failing in turn: 422 with that command; once its cause is gone, the same call with the
/// same key goes on there, and does nothing twice.
/// </summary>
[Collection(Races.Name)]
public sealed class MendedCommandTests(TwoHosts hosts)
{
    private const string Declining = "declmethod000000000000000000000000000000000000000000000000000001";

    [Fact]
    public async Task CalculateShipping_NoAddress_GoesOnOnceThereIsOne()
    {
        var scene = await Scene.New(hosts.Lane);
        var request = scene.Request(Calls.All);
        request.Remove("shipping_address");
        await Mended(
            scene,
            request,
            "calculate_shipping",
            [],
            async failed => await Calls.Shop(hosts.Lane, failed, "addresses/shipping", Calls.Address)
        );
    }

    [Fact]
    public async Task CalculateTaxRates_NoAddress_GoesOnOnceThereIsOne()
    {
        var scene = await Scene.New(hosts.Lane);
        var request = scene.Request("calculate_tax_rates", "authorize_payments", "process_order", "send_to_platform", "charge_payments");
        request.Remove("shipping_address");
        request["shipping"] = new JsonObject { ["rate_name"] = "Courier", ["cost"] = 700 };
        await Mended(
            scene,
            request,
            "calculate_tax_rates",
            [],
            async failed => await Calls.Shop(hosts.Lane, failed, "addresses/shipping", Calls.Address)
        );
    }

    [Fact]
    public async Task AuthorizePayments_DecliningCard_GoesOnWithAnotherCard()
    {
        var scene = await Scene.New(hosts.Lane);
        var request = scene.Request(Calls.All);
        request["payments"] = new JsonArray(new JsonObject { ["public_payment_method_id"] = Declining });
        await Mended(
            scene,
            request,
            "authorize_payments",
            ["calculate_shipping", "calculate_tax_rates"],
            async failed =>
            {
                var removed = await hosts.Lane.Ask(
                    HttpMethod.Delete,
                    $"{failed.Storefront}/payments",
                    Calls.Card("tok_decline"),
                    failed.Jwt
                );
                removed.Status.ShouldBe(200, removed.ToString());
                await Calls.Shop(hosts.Lane, failed, "payments", Calls.Card());
            }
        );
    }

    [Fact]
    public async Task ProcessOrder_SoldOut_GoesOnOnceThereIsStock()
    {
        var scene = await Scene.New(hosts.Lane);
        var stock = hosts.Lane.Table<IStock>();
        (await stock.Move(scene.Shop, scene.Sku, "sold-elsewhere", Scene.Stock - 1, default)).ShouldBeTrue();
        await Mended(
            scene,
            scene.Request(Calls.All),
            "process_order",
            ["calculate_shipping", "calculate_tax_rates", "authorize_payments"],
            async _ => (await stock.Move(scene.Shop, scene.Sku, "came-in", 1 - Scene.Stock, default)).ShouldBeTrue()
        );
    }

    [Fact]
    public async Task SendToPlatform_PlatformAway_GoesOnOnceItIsBack()
    {
        var stuck = await Calls.StuckAtThePlatform(hosts.Lane);
        var order = await Books.Order(hosts.Lane, stuck);
        order.Journal!.Next!.Command.ShouldBe("send_to_platform");

        var finished = await hosts.Lane.Ask(HttpMethod.Post, $"{stuck.Orders}/create", stuck.Request(Calls.All));

        finished.Status.ShouldBe(200, finished.ToString());
        finished.OrderId.ShouldBe(stuck.OrderId);
        await Books.Agree(hosts.Lane, stuck, Operation.CreateOrder);
    }

    [Fact]
    public async Task ChargePayments_NothingAuthorized_GoesOnOnceItIs()
    {
        var scene = await Scene.New(hosts.Lane);
        var request = scene.Request("calculate_shipping", "calculate_tax_rates", "charge_payments", "process_order");
        await Mended(
            scene,
            request,
            "charge_payments",
            ["calculate_shipping", "calculate_tax_rates"],
            async failed =>
            {
                var authorized = await hosts.Lane.Ask(HttpMethod.Post, $"{failed.Order}/payments/auth/full", new JsonObject());
                authorized.Status.ShouldBe(200, authorized.ToString());
            }
        );
    }

    private async Task Mended(Scene scene, JsonObject request, string command, string[] done, Func<Scene, Task> mend)
    {
        for (var call = 0; call < 2; call++)
        {
            var refused = await hosts.Lane.Ask(HttpMethod.Post, $"{scene.Orders}/create", request);
            refused.Status.ShouldBe(422, refused.ToString());
            refused.Data["failed_command"]!["command"]!.GetValue<string>().ShouldBe(command);
            Succeeded(refused).ShouldBe(done);
            scene = scene with { OrderId = refused.OrderId };
        }

        var resumed = await hosts.Lane.Ask(
            HttpMethod.Post,
            $"{scene.Orders}/resume",
            new JsonObject { ["public_order_id"] = scene.OrderId }
        );
        await mend(scene with { Jwt = resumed.Data["jwt_token"]!.GetValue<string>() });
        var finished = await hosts.Lane.Ask(HttpMethod.Post, $"{scene.Orders}/create", request);

        finished.Status.ShouldBe(200, finished.ToString());
        finished.OrderId.ShouldBe(scene.OrderId);
        await Books.Agree(hosts.Lane, scene, Operation.CreateOrder);
    }

    private static IEnumerable<string> Succeeded(WireAnswer answer) =>
        from command in answer.Data["commands"]!.AsArray()
        where command!["status"]!.GetValue<string>() == "succeeded"
        select command["command"]!.GetValue<string>();
}
