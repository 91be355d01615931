using System.Net.Http.Headers;
using System.Text.Json;
using Checkout.Http.Frame.Json;
using Checkout.Shops;
using Checkout.Stores;
using Microsoft.Extensions.Logging;

namespace Checkout.Http.Outgoing;

/// <summary>
/// Sends JSON to a remote state authority and reads its answer. What it says in `errors`, or as `message` with the status of a refusal,
/// refuses the change; silence, faults and nonsense are Upstream, whose reason is logged and not shown to shoppers.
/// </summary>
public sealed partial class AuthorityCalls(SafeHttp http, ISecrets secrets, IIdSource ids, TimeProvider time, ILogger<AuthorityCalls> log)
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    public async Task<Result<JsonElement>> Send(
        Shop shop,
        RemoteStateAuthority authority,
        AuthorityQuestion question,
        CancellationToken cancellation
    )
    {
        using var request = new HttpRequestMessage(question.Method, $"{authority.Url.TrimEnd('/')}/{question.Path}");
        if (question.Body is { } body)
        {
            request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, OutgoingJson.Default.JsonObject));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        request.Headers.Accept.ParseAdd("application/json");
        if (!await Sign(request, authority, cancellation))
            return Failed(shop, "The secret that signs the request is missing.");
        return Read(shop, await http.Send(request, Limit, time, cancellation), question);
    }

    /// <summary>What the shopper hears; why is for those who operate the shop.</summary>
    internal Problem Failed(Shop shop, string why)
    {
        Failed(log, shop.Identifier, why);
        return AuthorityProblem.Unusable;
    }

    private async Task<bool> Sign(HttpRequestMessage request, RemoteStateAuthority authority, CancellationToken cancellation)
    {
        if (authority is { Protocol: AuthorityProtocol.MagentoCart, Oauth: { } oauth })
            return await Sign(request, oauth, cancellation);
        if (await secrets.Resolve(authority.SharedSecret, cancellation) is not { Length: > 0 } secret)
            return false;
        if (authority.Protocol is AuthorityProtocol.MagentoCart)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        else
            Signatures.SignForConnector(request, secret, time.GetUtcNow());
        return true;
    }

    private async Task<bool> Sign(HttpRequestMessage request, OAuthCredentials oauth, CancellationToken cancellation)
    {
        if (
            await secrets.Resolve(oauth.ConsumerSecret, cancellation) is not { Length: > 0 } consumerSecret
            || await secrets.Resolve(oauth.AccessTokenSecret, cancellation) is not { Length: > 0 } tokenSecret
        )
            return false;
        var signature = new OAuthSignature(oauth.ConsumerKey, consumerSecret, oauth.AccessToken, tokenSecret);
        var header = signature.Header(request.Method, request.RequestUri!, ids.Ulid(), time.GetUtcNow());
        return request.Headers.TryAddWithoutValidation("Authorization", header);
    }

    private Result<JsonElement> Read(Shop shop, SafeReply reply, AuthorityQuestion question)
    {
        if (reply.Failure is { } failure && reply.Status is not (400 or 404 or 409 or 422))
            return Failed(shop, failure);
        var said = LooseJson.Read(
            reply.Body,
            answer =>
                (RefusalText.OfErrors(answer) ?? (reply.Failure is null ? null : RefusalText.OfAnswer(answer))) is { } words
                    ? new Said(default, words)
                    : new Said(answer.Clone(), null)
        );
        return said switch
        {
            null => Failed(shop, "The answer cannot be read."),
            { Refusal: { } words } => Problem.Order(question.Field, words, "platform"),
            _ when reply.Failure is { } unexplained => Failed(shop, unexplained),
            _ => said.Answer,
        };
    }

    private sealed record Said(JsonElement Answer, string? Refusal);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The remote state authority of {Shop} does not answer as it should: {Why}")]
    private static partial void Failed(ILogger log, string shop, string why);
}
