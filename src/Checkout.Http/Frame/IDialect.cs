using Checkout.Http.Frame.Json;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Frame;

/// <summary>How the clients of an endpoint are answered: turns replies into bytes.</summary>
public interface IDialect
{
    /// <summary>What it refuses with, for the API document.</summary>
    ErrorShape Errors { get; }

    IResult Answer(Endpoint endpoint, ValueReply reply);

    IResult Refuse(Refusal refusal);
}

/// <param name="Prefix">Tells its components in the API document from those of other dialects; empty for the usual ones.</param>
/// <param name="Type">Of the body.</param>
/// <param name="Body">A refusal in this shape.</param>
public sealed record ErrorShape(string Prefix, Type Type, Func<Refusal, ReplyBody> Body);
