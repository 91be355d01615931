using System.Text;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Checkout.Local.Tests;

/// <summary>Whatever comes in, the answer has the error shape, names the field and is never a 500.</summary>
[Collection(LocalCheckouts.Name)]
public sealed class BadInputTests(LocalCheckout checkout)
{
    [Theory]
    [InlineData("{", "body")]
    [InlineData("[1]", "body")]
    [InlineData("7", "body")]
    [InlineData("\"text\"", "body")]
    [InlineData("{\"flow_id\":NaN}", "body")]
    [InlineData("{\"flow_id\":\"a\",}", "body")]
    [InlineData("{\"order_meta_data\":{\"notes\":\"\\ud800\"}}", "body")]
    [InlineData("{\"order_meta_data\":{\"cart_parameters\":{\"a\":\"\\ud800\"}}}", "body")]
    [InlineData("{\"flow_id\":7}", "flow_id")]
    [InlineData("{\"flow_id\":\"a\",\"flow_id\":\"b\"}", "flow_id")]
    [InlineData("{\"flow_id\":\"unassigned\"}", "flow_id")]
    [InlineData("{\"cart_items\":5}", "cart_items")]
    [InlineData("{\"cart_items\":{}}", "cart_items")]
    [InlineData("{\"cart_items\":[null]}", "cart_items")]
    [InlineData("{\"cart_items\":[{\"quantity\":1}]}", "platform_id")]
    [InlineData("{\"cart_items\":[{\"sku\":\"OAK_GRATER_SM\"}]}", "quantity")]
    [InlineData("{\"cart_items\":[{\"sku\":\"OAK_GRATER_SM\",\"quantity\":\"2\"}]}", "quantity")]
    [InlineData("{\"cart_items\":[{\"sku\":\"OAK_GRATER_SM\",\"quantity\":1.5}]}", "quantity")]
    [InlineData("{\"cart_items\":[{\"sku\":\"OAK_GRATER_SM\",\"quantity\":0}]}", "quantity")]
    [InlineData("{\"cart_items\":[{\"sku\":\"OAK_GRATER_SM\",\"quantity\":-1}]}", "quantity")]
    [InlineData("{\"cart_items\":[{\"sku\":\"OAK_GRATER_SM\",\"quantity\":10000}]}", "quantity")]
    [InlineData("{\"cart_items\":[{\"sku\":\"OAK_GRATER_SM\",\"quantity\":99999999999999999999}]}", "quantity")]
    [InlineData("{\"cart_items\":[{\"sku\":\"OAK_GRATER_SM\",\"quantity\":1e400}]}", "quantity")]
    [InlineData("{\"cart_items\":[{\"sku\":\"NOTHING\",\"quantity\":1}]}", "sku")]
    [InlineData("{\"cart_items\":[{\"platform_id\":1,\"quantity\":1}]}", "platform_id")]
    [InlineData("{\"cart_items\":[{\"platform_id\":{},\"quantity\":1}]}", "platform_id")]
    [InlineData("{\"cart_items\":[{\"id\":\"x\",\"title\":\"y\",\"price\":-1,\"quantity\":1}]}", "price")]
    [InlineData("{\"cart_items\":[{\"id\":\"x\",\"title\":\"y\",\"price\":1e30,\"quantity\":1}]}", "price")]
    [InlineData("{\"cart_items\":[{\"id\":\"x\",\"title\":\"y\",\"price\":9223372036854775807,\"quantity\":9999}]}", "price")]
    [InlineData(
        "{\"cart_items\":[{\"sku\":\"OAK_GRATER_SM\",\"quantity\":1,\"line_item_key\":\"a\"},{\"sku\":\"OAK_GRATER_SM\",\"quantity\":1,\"line_item_key\":\"a\"}]}",
        "line_item_key"
    )]
    [InlineData("{\"cart_items\":[{\"sku\":\"OAK_GRATER_SM\",\"quantity\":1,\"line_item_properties\":[1]}]}", "line_item_properties")]
    [InlineData("{\"customer\":{\"email_address\":\"nobody\"}}", "email_address")]
    [InlineData("{\"customer\":{\"saved_addresses\":[{\"city\":{}}]}}", "city")]
    [InlineData("{\"customer\":{\"saved_addresses\":[null]}}", "saved_addresses")]
    [InlineData("{\"customer\":{\"accepts_marketing\":\"yes\"}}", "accepts_marketing")]
    [InlineData("{\"order_meta_data\":{\"tags\":\"a\"}}", "tags")]
    [InlineData("{\"order_meta_data\":{\"tags\":[1]}}", "tags")]
    [InlineData("{\"order_meta_data\":{\"cart_parameters\":[1]}}", "cart_parameters")]
    [InlineData("{\"actions\":[null]}", "actions")]
    [InlineData("{\"actions\":[{\"type\":\"no_such_action\",\"data\":{}}]}", "type")]
    [InlineData("{\"actions\":[{\"type\":\"set_display_currency\",\"data\":{\"currency\":\"ZZZ\",\"rate\":1}}]}", "currency")]
    public async Task Init_BadBody_Is422AndNamesTheField(string body, string field)
    {
        var answer = await checkout.Init(body);

        answer.Status.ShouldBe(422);
        answer.ContentType.ShouldBe("application/json");
        answer.Field.ShouldBe(field);
        answer.Error["message"]!.GetValue<string>().ShouldNotBeNullOrEmpty();
        answer.Error["severity"]!.GetValue<string>().ShouldBe("validation");
        answer.Error["type"].ShouldNotBeNull();
        answer.Error["sub_type"].ShouldNotBeNull();
    }

    [Fact]
    public async Task Init_NestedBeyondReason_Is422()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 5000)) + string.Concat(Enumerable.Repeat("]", 5000));

        (await checkout.Init("{\"order_meta_data\":{\"cart_parameters\":{\"a\":" + deep + "}}}")).Status.ShouldBe(422);
    }

    [Fact]
    public async Task Init_NotUtf8_Is422()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/checkout/orders/{LocalCheckout.Shop}/init")
        {
            Content = new ByteArrayContent([.. "{\"flow_id\":\""u8, 0xC3, 0x28, .. "\"}"u8]),
        };

        var answer = await checkout.Send(request);

        answer.Status.ShouldBe(422);
        answer.Field.ShouldBe("body");
    }

    [Fact]
    public async Task Init_ManyLines_StopsAt500()
    {
        var items = string.Join(
            ',',
            Enumerable.Range(0, 501).Select(i => $$"""{"sku":"OAK_GRATER_SM","quantity":1,"line_item_key":"{{i}}"}""")
        );

        var answer = await checkout.Init($$"""{"cart_items":[{{items}}]}""");

        answer.Status.ShouldBe(422);
        answer.Field.ShouldBe("cart_items");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Init_BodyOfThreeMegabytes_Is413(bool chunked)
    {
        var bytes = Encoding.UTF8.GetBytes($$$"""{"order_meta_data":{"notes":"{{{new string('x', 3 * 1024 * 1024)}}}"}}""");
        var request = new HttpRequestMessage(HttpMethod.Post, $"/checkout/orders/{LocalCheckout.Shop}/init")
        {
            Content = new ByteArrayContent(bytes),
        };
        request.Headers.TransferEncodingChunked = chunked;

        var answer = await checkout.Send(request);

        answer.Status.ShouldBe(413);
        answer.SubType.ShouldBe("too_large");
    }

    [Fact]
    public async Task Init_MoreThanAnOrderMayHold_IsRefused()
    {
        var text = Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(500_000));
        var answer = await checkout.Init(
            $$$"""{"cart_items":[{"sku":"OAK_GRATER_SM","quantity":1,"line_item_properties":{"note":"{{{text}}}"}}]}"""
        );

        answer.Status.ShouldBe(422);
        answer.SubType.ShouldBe("size_limit");
    }

    [Fact]
    public async Task CreateOrder_FeesBeyondWhatAnIntegerHolds_Is422()
    {
        var request = LocalCheckout.GuideRequest(Guid.NewGuid().ToString());
        request["cart_items"] = new JsonArray([
            .. Enumerable
                .Range(0, 90)
                .Select(i =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["id"] = $"{i}",
                            ["title"] = "gold",
                            ["price"] = 100_000_000_000,
                            ["quantity"] = 9999,
                            ["line_item_key"] = $"{i}",
                        }
                ),
        ]);
        request["fees"] = new JsonArray([
            .. Enumerable
                .Range(0, 100)
                .Select(_ =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["line_text"] = "fee",
                            ["fee_type"] = "percentage",
                            ["value"] = 1000,
                        }
                ),
        ]);

        var answer = await checkout.Create(request);

        answer.Status.ShouldBe(422);
        answer.Field.ShouldBe("fees");
    }

    [Fact]
    public async Task UnknownPath_Is404InTheErrorShape()
    {
        var answer = await checkout.Send(HttpMethod.Get, "/nothing/here");

        answer.Status.ShouldBe(404);
        answer.Json["errors"].ShouldNotBeNull();
    }
}
