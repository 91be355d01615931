using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Checkout.Http.Frame.SignIn;

namespace Checkout.Http.Dialects.Bold;

/// <summary>The error body (docs/contract/README.md#errors).</summary>
public sealed record ErrorBody(ImmutableArray<ErrorEntry> Errors)
{
    /// <summary>
    /// What OAuth calls a refused access token: connectors show this and the description rather than an entry of
    /// <see cref="Errors"/> (docs/contract/README.md#errors).
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Error { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ErrorDescription { get; init; }

    public static ErrorBody Of(ImmutableArray<Problem> problems) =>
        new([.. problems.Select(ErrorEntry.Of)])
        {
            Error = Refusals.OAuthErrorOf(problems[0]),
            ErrorDescription = Refusals.OAuthErrorOf(problems[0]) is null ? null : problems[0].Message,
        };
}

public sealed record ErrorEntry(string Message, string Type, string Field, string Severity, string SubType)
{
    /// <summary>One word for a program: the reason, or the type where there is none of its own (docs/contract/README.md#errors).</summary>
    public string Code => SubType.Length > 0 ? SubType : Type;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? AddressType { get; init; }

    public static ErrorEntry Of(Problem problem) =>
        new(problem.Message, problem.Type, problem.Field, problem.Severity, problem.SubType) { AddressType = problem.AddressType };
}
