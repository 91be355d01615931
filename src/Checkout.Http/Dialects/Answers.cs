using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using Checkout.Http.Dialects.BigCommerce;
using Checkout.Http.Frame;
using Checkout.Http.Frame.Json;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Dialects;

/// <summary>The one place where results become HTTP.</summary>
public static class Answers
{
    /// <summary><c>{"data": …}</c></summary>
    public static IResult Data<T>(T data, int status = StatusCodes.Status200OK) => Json(status, writer =>
    {
        writer.WriteStartObject();
        writer.WritePropertyName("data"u8);
        JsonSerializer.Serialize(writer, data, WireJson.Of<T>());
        writer.WriteEndObject();
    });

    /// <summary>A body without the envelope.</summary>
    public static IResult Flat<T>(T body, int status = StatusCodes.Status200OK) =>
        Json(status, writer => JsonSerializer.Serialize(writer, body, WireJson.Of<T>()));

    /// <summary>The value under <c>data</c>, or the problems.</summary>
    public static IResult Of<T, TData>(Result<T> result, Func<T, TData> data) =>
        result.Succeeded ? Data(data(result.Value)) : Refused(result.Problems);

    public static IResult Refused(params ImmutableArray<Problem> problems) =>
        Flat(ErrorBody.Of(problems), StatusOf(problems[0].Kind));

    /// <summary>As above in the shape that the endpoint's clients read: the BigCommerce facade has its own.</summary>
    public static IResult Refused(Endpoint endpoint, ImmutableArray<Problem> problems) =>
        endpoint.Access.Kind is AccessKind.Facade
            ? new CheckoutRefusal(CheckoutError.Of(problems))
            : Refused(problems);

    /// <summary>A fault of ours.</summary>
    public static IResult Faulted(Endpoint endpoint) => endpoint.Access.Kind is AccessKind.Facade
        ? new CheckoutRefusal(CheckoutError.Fault)
        : Flat(ErrorBody.Fault, StatusCodes.Status500InternalServerError);

    /// <summary>
    /// Errors beside data, as a failed Create Order answers (docs/contract/create-order.md#failure) and auth/full may
    /// (docs/contract/payments.md#authorize-full).
    /// </summary>
    public static IResult RefusedWith<T>(ImmutableArray<Problem> problems, T data, int? status = null) =>
        Json(status ?? StatusOf(problems[0].Kind), writer =>
        {
            writer.WriteStartObject();
            writer.WritePropertyName("errors"u8);
            JsonSerializer.Serialize(writer, ErrorBody.Of(problems).Errors, WireJson.Of<ImmutableArray<ErrorEntry>>());
            writer.WritePropertyName("data"u8);
            JsonSerializer.Serialize(writer, data, WireJson.Of<T>());
            writer.WriteEndObject();
        });

    public static int StatusOf(ProblemKind kind) => kind switch
    {
        ProblemKind.Invalid => StatusCodes.Status422UnprocessableEntity,
        ProblemKind.NotFound => StatusCodes.Status404NotFound,
        ProblemKind.Unauthorized => StatusCodes.Status401Unauthorized,
        ProblemKind.Forbidden => StatusCodes.Status403Forbidden,
        ProblemKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        ProblemKind.PreconditionFailed => StatusCodes.Status412PreconditionFailed,
        ProblemKind.TooManyRequests => StatusCodes.Status429TooManyRequests,
        ProblemKind.Locked => 530,
        ProblemKind.Upstream => StatusCodes.Status503ServiceUnavailable,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>A body written token by token: for shapes that no DTO can hold.</summary>
    public static IResult Json(int status, Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>(4096);
        using (var writer = new Utf8JsonWriter(bytes))
            write(writer);
        return new JsonAnswer(status, bytes.WrittenMemory);
    }
}

/// <summary>A finished JSON answer. It is written before the first byte leaves, so a fault in it is still answered as one.</summary>
public sealed class JsonAnswer(int status, ReadOnlyMemory<byte> body) : IResult, IStatusCodeHttpResult
{
    public int StatusCode => status;

    int? IStatusCodeHttpResult.StatusCode => status;

    public ReadOnlyMemory<byte> Body => body;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = status;
        httpContext.Response.ContentType = "application/json";
        httpContext.Response.ContentLength = body.Length;
        await httpContext.Response.Body.WriteAsync(body, httpContext.RequestAborted);
    }
}
