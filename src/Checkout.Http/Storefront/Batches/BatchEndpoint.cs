using System.Collections.Immutable;
using System.Text.Json;
using Checkout.Http.Dialects.Bold;
using Checkout.Http.Frame;
using Checkout.Http.Frame.Json;
using Checkout.Http.Pipeline;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Storefront.Batches;

/// <summary>
/// Runs several storefront calls as one (docs/contract/storefront.md#batch): in order, up to the first that fails.
/// They share one load and one commit; what was done before a failure stays done.
/// </summary>
public sealed class BatchEndpoint(ShopperOrder orders, BatchableCalls batchable) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var read = (await call.Read<BatchBody>()).Then(body => batchable.Of(body, call));
        if (!read.Succeeded)
            return read.Problems;
        var answers = new List<(SubRequest Request, JsonAnswer Answer)>();
        var changed = await orders.Batch(
            call,
            async () =>
            {
                answers.Clear();
                foreach (var request in read.Value)
                {
                    var reply = await Dispatcher.Handle(request.Call, call.Http.RequestServices);
                    var answer = (JsonAnswer)reply.Render(request.Call.Endpoint);
                    answers.Add((request, answer));
                    if (answer.StatusCode >= StatusCodes.Status300MultipleChoices)
                        break;
                }
            }
        );
        if (!changed.Succeeded)
            return changed.Problems;
        var failed = answers.Exists(a => a.Answer.StatusCode >= StatusCodes.Status300MultipleChoices);
        var parts = ReplyBody.Written(writer =>
        {
            writer.WriteStartArray();
            foreach (var (request, answer) in answers)
                Write(writer, request, answer);
            writer.WriteEndArray();
        });
        return new ValueReply(parts) { Status = failed ? StatusCodes.Status422UnprocessableEntity : null }.Beside(
            "application_state",
            ApplicationState.Of(changed.Value)
        );
    }

    /// <summary>The part's own answer, without the state: that comes once, beside the list.</summary>
    private static void Write(Utf8JsonWriter writer, SubRequest request, JsonAnswer answer)
    {
        using var body = JsonDocument.Parse(answer.Body);
        writer.WriteStartObject();
        writer.WriteNumber("status_code"u8, answer.StatusCode);
        writer.WriteString("method"u8, request.Method);
        writer.WriteString("endpoint"u8, request.Path);
        if (body.RootElement.TryGetProperty("errors"u8, out var errors))
        {
            writer.WritePropertyName("errors"u8);
            errors.WriteTo(writer);
        }

        if (body.RootElement.TryGetProperty("data"u8, out var data))
        {
            writer.WritePropertyName("data"u8);
            WriteData(writer, data);
        }

        writer.WriteEndObject();
    }

    private static void WriteData(Utf8JsonWriter writer, JsonElement data)
    {
        if (data.ValueKind is not JsonValueKind.Object)
        {
            data.WriteTo(writer);
            return;
        }

        var parts = data.EnumerateObject().Where(p => p.Name != "application_state").ToList();
        if (parts.Count == 0)
        {
            writer.WriteStartArray();
            writer.WriteEndArray();
            return;
        }

        writer.WriteStartObject();
        foreach (var part in parts)
            part.WriteTo(writer);
        writer.WriteEndObject();
    }
}

public sealed record BatchBody(ImmutableArray<SubRequestBody>? SubRequests);

/// <param name="Endpoint">The path below the order, such as /addresses/shipping.</param>
/// <param name="Payload">The body as an object, or as a text that holds its JSON; for GET, the query.</param>
public sealed record SubRequestBody(string? Method, string? Endpoint, JsonElement? Payload);
