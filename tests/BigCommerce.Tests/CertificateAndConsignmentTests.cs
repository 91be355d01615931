using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace BigCommerce.Tests;

/// <summary>What an order has only through this API: gift certificates that are bought, and several places to go to.</summary>
[Collection(nameof(DemoHost))]
public sealed class CertificateAndConsignmentTests(DemoHost host)
{
    [Fact]
    public async Task GiftCertificate_BoughtAndChanged_IsALineOfTheOrder()
    {
        var order = await host.Begin();
        var added = (
            await host.Call(
                "POST",
                $"carts/{order.Id}/items",
                new JsonObject { ["giftCertificates"] = new JsonArray(SampleBodies.Certificate(25.50m)) }
            )
        ).ShouldBe(200, "Checkout");
        var certificate = Certificates(added).ShouldHaveSingleItem()!;
        certificate["amount"]!.GetValue<decimal>().ShouldBe(25.50m);
        added.Body["grandTotal"]!.GetValue<decimal>().ShouldBe(139m);

        var path = $"checkouts/{order.Id}/carts/{order.Id}/items/{certificate["id"]}";
        var changed = (
            await host.Call(
                "PUT",
                path,
                new JsonObject { ["giftCertificate"] = SampleBodies.Certificate(1000, "Girl", new string('x', 200)) }
            )
        ).ShouldBe(200, "Checkout");
        (
            await host.Call(
                "PUT",
                path,
                new JsonObject { ["giftCertificate"] = SampleBodies.Certificate(10, message: new string('x', 201)) }
            )
        ).ShouldBe(422, "CheckoutError");
        (await host.Call("PUT", path, new JsonObject { ["lineItem"] = new JsonObject { ["quantity"] = 2 } })).ShouldBe(
            422,
            "CheckoutError"
        );

        Certificates(changed)[0]!["theme"]!.GetValue<string>().ShouldBe("Girl");
        Certificates(changed)[0]!["id"]!.GetValue<string>().ShouldBe(certificate["id"]!.GetValue<string>());
        changed.Body["grandTotal"]!.GetValue<decimal>().ShouldBe(1113.50m);
        Certificates((await host.Call("DELETE", path)).ShouldBe(200, "Checkout")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Order_PaidByGiftCertificateAlone_NeedsNoOtherPayment()
    {
        var order = await host.Begin(DemoHost.Item("OAK_GRATER_SM", 1, "grater"));
        await host.Call("POST", $"checkouts/{order.Id}/billing-address", SampleBodies.Address());
        await host.Call("POST", $"checkouts/{order.Id}/shipping-addresses", SampleBodies.Address());
        await host.Call("PUT", $"checkouts/{order.Id}/shipping-addresses/1/options/0");
        (await host.Call("POST", $"checkouts/{order.Id}/giftcertificate", SampleBodies.GiftCertificate())).Body["balanceDue"]!
            .GetValue<decimal>()
            .ShouldBe(0m);

        var placed = (await host.Call("POST", $"checkouts/{order.Id}/order", new JsonObject())).ShouldBe(201, "ResponseOrderData").Body[
            "data"
        ]!["order"]!;

        placed["isComplete"]!.GetValue<bool>().ShouldBeTrue();
        placed["payment"].ShouldBeNull();
        var card = (await host.Call("GET", $"checkouts/{order.Id}")).Body["data"]!["giftCertificates"]![0]!;
        card["balance"]!.GetValue<decimal>().ShouldBeLessThan(100m);
    }

    [Fact]
    public async Task Consignments_SeveralAddresses_ShareTheShippingCostExactly()
    {
        var order = await host.Begin();
        await host.Call("POST", $"checkouts/{order.Id}/shipping-addresses", SampleBodies.Address());
        var second = (
            await host.Call("POST", $"checkouts/{order.Id}/shipping-addresses", SampleBodies.Address(street: "1 Main St"))
        ).ShouldBe(200, "Checkout");
        second.Body["shippingAddresses"]!.AsArray().Select(a => a!["id"]!.GetValue<string>()).ShouldBe(["1", "2"]);
        second.Body["consignments"]!.AsArray().ShouldHaveSingleItem();
        await host.Call("PUT", $"checkouts/{order.Id}/shipping-addresses/1/options/1");
        var item = second.Body["cart"]!["lineItems"]![0]!["physicalItems"]![1]!["id"]!.GetValue<string>();

        var sent = (
            await host.Call(
                "POST",
                $"checkouts/{order.Id}/consignments",
                new JsonArray(
                    new JsonObject
                    {
                        ["shippingAddressId"] = "2",
                        ["lineItems"] = new JsonArray(new JsonObject { ["itemId"] = item, ["quantity"] = 1 }),
                    }
                )
            )
        ).ShouldBe(200, "Checkout");

        var consignments = sent.Body["consignments"]!.AsArray();
        consignments.Select(c => c!["shippingAddressId"]!.GetValue<string>()).ShouldBe(["1", "2"]);
        consignments.Sum(c => c!["shippingCost"]!.GetValue<decimal>()).ShouldBe(sent.Body["shippingCostTotal"]!.GetValue<decimal>());
        consignments[1]!["lineItemIds"]![0]!.GetValue<long>().ToString(System.Globalization.CultureInfo.InvariantCulture).ShouldBe(item);

        var moved = (await host.Call("PUT", $"checkouts/{order.Id}/shipping-addresses/2", SampleBodies.Address("2", "2 Main St"))).ShouldBe(
            200,
            "Checkout"
        );
        moved.Body["shippingAddresses"]!.AsArray().Count.ShouldBe(2);
        moved.Body["consignments"]!.AsArray().Count.ShouldBe(2);
        (await host.Call("GET", $"checkouts/{order.Id}/shipping-addresses/2/options")).ShouldBe(200, "ResponseShippingOptions");
    }

    [Fact]
    public async Task Consignment_OfToday_BringsItsAddressAndSelectsItsOption()
    {
        var order = await host.Begin(DemoHost.Item("KLS_472945", 1, "board"));
        var item = (await host.Call("GET", $"checkouts/{order.Id}")).Body["data"]!["cart"]!["lineItems"]![0]!["physicalItems"]![0]![
            "id"
        ]!.GetValue<string>();

        var added = (
            await host.Call(
                "POST",
                $"checkouts/{order.Id}/consignments",
                new JsonArray(
                    new JsonObject
                    {
                        ["shippingAddress"] = new JsonObject
                        {
                            ["firstName"] = "John",
                            ["lastName"] = "Doe",
                            ["address1"] = "50 Fultz Blvd",
                            ["city"] = "Winnipeg",
                            ["stateOrProvinceCode"] = "MB",
                            ["countryCode"] = "CA",
                            ["postalCode"] = "R3Y0L6",
                        },
                        ["lineItems"] = new JsonArray(new JsonObject { ["itemId"] = item, ["quantity"] = 1 }),
                    }
                )
            )
        ).ShouldBe(200, "Checkout");
        var selected = (
            await host.Call(
                "PUT",
                $"checkouts/{order.Id}/consignments/{added.Body["consignments"]![0]!["id"]}",
                new JsonObject { ["shippingOptionId"] = "1" }
            )
        ).ShouldBe(200, "Checkout");

        selected.Body["consignments"]!.AsArray().ShouldHaveSingleItem()!["shippingMethodId"]!.GetValue<string>().ShouldBe("1");
    }

    private static JsonArray Certificates(Answer answer) => answer.Body["cart"]!["lineItems"]![0]!["giftCertificates"]!.AsArray();
}
