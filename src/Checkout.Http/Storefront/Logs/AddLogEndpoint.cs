using System.Text.RegularExpressions;
using Checkout.Http.Frame;
using Microsoft.Extensions.Logging;

namespace Checkout.Http.Storefront.Logs;

/// <summary>Takes a storefront's own log line into ours, without what could be personal in it.</summary>
public sealed partial class AddLogEndpoint(ILogger<AddLogEndpoint> log) : ISlice
{
    private const int Longest = 1_000;

    public async Task<Reply> Handle(Call call)
    {
        var read = (await call.Read<LogBody>()).Then(body =>
            new Fields().Required("message", body.Message, 10_000).Text("key", body.Key).Then(() => body)
        );
        if (!read.Succeeded)
            return read.Problems;
        var (key, text) = (Plain(read.Value.Key ?? ""), Plain(read.Value.Message!));
        Storefront(log, call.ShopIdentifier, key, text);
        return Reply.Of(new LogAnswer(true));
    }

    /// <summary>Addresses, long numbers and tokens are blanked, and line breaks cannot forge a line.</summary>
    private static string Plain(string text) => Private().Replace(text.Length > Longest ? text[..Longest] : text, "…");

    [GeneratedRegex(@"\S+@\S+|\d[\d\s-]{5,}\d|[A-Za-z0-9_.-]{32,}|\p{C}+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Private();

    [LoggerMessage(Level = LogLevel.Information, Message = "Storefront of {Shop} says {Key}: {Text}")]
    private static partial void Storefront(ILogger log, string shop, string key, string text);
}

public sealed record LogBody(string? Message, string? Key)
{
    /// <summary>Anything; it is not kept, since it may hold what the shopper typed.</summary>
    public System.Text.Json.JsonElement? Details { get; init; }
}

public sealed record LogAnswer(bool Success);
