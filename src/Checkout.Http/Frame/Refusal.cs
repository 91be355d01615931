using System.Collections.Immutable;
using Checkout.Http.Frame.Json;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Frame;

/// <summary>The reply of a slice that could not do what was asked.</summary>
public sealed record Refusal(ImmutableArray<Problem> Problems) : Reply
{
    private const int Locked = 530;

    /// <summary>A fault on our side; what it was is in the log.</summary>
    public static Refusal Fault { get; } =
        new([new Problem("Something went wrong on our side.", "order", "public_order_id", "unexpected_error") { Severity = "critical" }])
        {
            Status = StatusCodes.Status500InternalServerError,
        };

    /// <summary>What was done all the same, where the dialect has room for it.</summary>
    public ReplyBody? Data { get; init; }

    public int StatusCode => StatusOf(Problems[0]);

    /// <summary>The status of one of the problems, of which a dialect may show each.</summary>
    public int StatusOf(Problem problem) =>
        Status
        ?? problem.Kind switch
        {
            ProblemKind.Invalid or ProblemKind.Final or ProblemKind.NoSuchPart => StatusCodes.Status422UnprocessableEntity,
            ProblemKind.NotFound => StatusCodes.Status404NotFound,
            ProblemKind.Unauthorized => StatusCodes.Status401Unauthorized,
            ProblemKind.Forbidden => StatusCodes.Status403Forbidden,
            ProblemKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
            ProblemKind.PreconditionFailed => StatusCodes.Status412PreconditionFailed,
            ProblemKind.Conflict => StatusCodes.Status409Conflict,
            ProblemKind.TooManyRequests => StatusCodes.Status429TooManyRequests,
            ProblemKind.Locked => Locked,
            ProblemKind.Upstream => StatusCodes.Status503ServiceUnavailable,
            _ => throw new InvalidOperationException($"No status is known for {problem.Kind}."),
        };

    public override IResult Render(Endpoint endpoint) => endpoint.Dialect.Refuse(this);
}
