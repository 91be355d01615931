using System.Text.Json;
using Checkout.Http.Frame;
using Checkout.Http.Frame.Json;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Dialects.Bold;

/// <summary>The envelope of the Checkout APIs: <c>{"data": …}</c>, or <c>{"errors": […]}</c> (docs/contract/README.md).</summary>
public sealed class BoldDialect : IDialect
{
    private BoldDialect() { }

    public static BoldDialect Instance { get; } = new();

    public ErrorShape Errors { get; } = new("", typeof(ErrorBody), refusal => ReplyBody.Of(ErrorBody.Of(refusal.Problems)));

    public IResult Answer(Endpoint endpoint, ValueReply reply) =>
        endpoint.IsFlat
            ? JsonAnswer.Of(reply.StatusCode, reply.Value)
            : JsonAnswer.Of(
                reply.StatusCode,
                writer =>
                {
                    writer.WriteStartObject();
                    Write(writer, "data", reply.Value);
                    foreach (var (name, value) in reply.Companions)
                        Write(writer, name, value);
                    writer.WriteEndObject();
                }
            );

    public IResult Refuse(Refusal refusal) =>
        refusal.Data is not { } data
            ? JsonAnswer.Of(refusal.StatusCode, Errors.Body(refusal))
            : JsonAnswer.Of(
                refusal.StatusCode,
                writer =>
                {
                    writer.WriteStartObject();
                    Write(writer, "errors", ReplyBody.Of(ErrorBody.Of(refusal.Problems).Errors));
                    Write(writer, "data", data);
                    writer.WriteEndObject();
                }
            );

    private static void Write(Utf8JsonWriter writer, string name, ReplyBody value)
    {
        writer.WritePropertyName(name);
        value.WriteTo(writer);
    }
}
