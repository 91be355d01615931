using System.Collections.Immutable;
using Checkout.Http.Frame.Json;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Frame;

/// <summary>
/// What a slice has to say: a value, or the problems that keep it from one. It becomes bytes in the dialect of its
/// endpoint, after the slice is done, so that no slice can answer in the wrong dialect.
/// </summary>
public abstract record Reply
{
    /// <summary>The HTTP status; null for the usual one: 200, or the one that goes with the kind of the first problem.</summary>
    public int? Status { get; init; }

    /// <summary>Headers of the response, such as Location.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>An answer without a body.</summary>
    public static Reply NoContent { get; } = new ContentReply(Results.NoContent());

    public static implicit operator Reply(Problem problem) => new Refusal([problem]);

    public static implicit operator Reply(ImmutableArray<Problem> problems) => new Refusal(problems);

    public static Reply Of<T>(T value) => new ValueReply(ReplyBody.Of(value));

    /// <summary>What is made of the value, or the problems.</summary>
    public static Reply Of<T, TValue>(Result<T> result, Func<T, TValue> value) =>
        result.Succeeded ? Of(value(result.Value)) : result.Problems;

    /// <summary>A body that has all its parts itself, whatever the dialect puts around others.</summary>
    public static Reply Whole<T>(T body) => new WholeReply(ReplyBody.Of(body));

    /// <summary>
    /// Errors beside data, as a failed Create Order answers (docs/contract/create-order.md#failure) and a capture that the
    /// gateway refused.
    /// </summary>
    public static Reply Refused<T>(ImmutableArray<Problem> problems, T data) => new Refusal(problems) { Data = ReplyBody.Of(data) };

    /// <summary>Turns the reply into what the host sends.</summary>
    public abstract IResult Render(Endpoint endpoint);
}

/// <summary>A value, in whatever the dialect puts around values.</summary>
public sealed record ValueReply(ReplyBody Value) : Reply
{
    /// <summary>What comes beside the value, in this order, where the dialect has room for it.</summary>
    public ImmutableArray<KeyValuePair<string, ReplyBody>> Companions { get; init; } = [];

    public int StatusCode => Status ?? StatusCodes.Status200OK;

    public ValueReply Beside<T>(string name, T value) => this with { Companions = Companions.Add(new(name, ReplyBody.Of(value))) };

    public override IResult Render(Endpoint endpoint) => endpoint.Dialect.Answer(endpoint, this);
}

/// <summary>A body in no envelope.</summary>
public sealed record WholeReply(ReplyBody Body) : Reply
{
    public override IResult Render(Endpoint endpoint) => JsonAnswer.Of(Status ?? StatusCodes.Status200OK, Body);
}

/// <summary>A page, a script, a document: bytes that are in no dialect.</summary>
public sealed record ContentReply(IResult Content) : Reply
{
    public override IResult Render(Endpoint endpoint) => Content;
}
