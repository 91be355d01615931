using System.Text.Json;
using Shouldly;
using Xunit;

namespace Checkout.Http.Tests.Storefront;

[Collection(StartedHost.Name)]
public sealed class MetaDataTests(StartedHost host)
{
    [Fact]
    public async Task MetaData_Replaced_Added_Read_Emptied()
    {
        var checkout = await host.NewOrder();
        Says(await checkout.Get("/meta_data"), """{"cart_parameters":[],"note_attributes":[],"notes":"","tags":[]}""");

        Says(
            await checkout.Post(
                "/meta_data",
                """{"cart_parameters":{"campaign":"spring"},"note_attributes":{"gift":"yes"},"notes":"Ring twice","tags":["a"]}"""
            ),
            """{"cart_parameters":{"campaign":"spring"},"note_attributes":{"gift":"yes"},"notes":"Ring twice","tags":["a"]}"""
        );
        Says(
            await checkout.Patch(
                "/meta_data",
                """{"cart_parameters":{"source":"mail"},"note_attributes":null,"notes":null,"tags":["b"]}"""
            ),
            """{"cart_parameters":{"campaign":"spring","source":"mail"},"note_attributes":{"gift":"yes"},"notes":"Ring twice","tags":["a","b"]}"""
        );
        Says(
            await checkout.Post("/meta_data", """{"tags":["c"]}"""),
            """{"cart_parameters":[],"note_attributes":[],"notes":"","tags":["c"]}"""
        );
        Says(await checkout.Delete("/meta_data"), """{"cart_parameters":[],"note_attributes":[],"notes":"","tags":[]}""");
        Says(await checkout.Get("/meta_data"), """{"cart_parameters":[],"note_attributes":[],"notes":"","tags":[]}""");
    }

    [Theory]
    [InlineData("""{"tags":"a"}""", "tags")]
    [InlineData("""{"notes":5}""", "notes")]
    [InlineData("""{"cart_parameters":"x"}""", "cart_parameters")]
    [InlineData("""{"note_attributes":7}""", "note_attributes")]
    public async Task MetaData_OfTheWrongType_NamesTheField(string body, string field)
    {
        var checkout = await host.NewOrder();
        foreach (var method in new[] { "POST", "PATCH" })
        {
            var refused = await checkout.Send(method, "/meta_data", body);
            (refused.Status, refused.Field).ShouldBe((422, field), method);
        }
    }

    [Theory]
    [InlineData("""{"message":"The frame did not load","key":"payment","details":{"a":[1]}}""", 200)]
    [InlineData("""{"message":"The frame did not load"}""", 200)]
    [InlineData("""{"key":"payment"}""", 422)]
    [InlineData("[]", 422)]
    public async Task Log_TakesALineWithAMessage(string body, int status)
    {
        var answer = await (await host.NewOrder()).Post("/log", body);
        answer.Status.ShouldBe(status);
        if (status == 200)
            (answer.Data.GetProperty("success").GetBoolean(), answer.Cost).ShouldBe((true, 0));
        else
            answer.Field.ShouldBe("message");
    }

    private static void Says(Answer answer, string expected)
    {
        var metaData = answer.Ok().Data.GetProperty("order_meta_data");
        JsonElement.DeepEquals(metaData, JsonDocument.Parse(expected).RootElement).ShouldBeTrue(metaData.ToString());
        JsonElement.DeepEquals(metaData, answer.State.GetProperty("order_meta_data")).ShouldBeTrue();
    }
}
