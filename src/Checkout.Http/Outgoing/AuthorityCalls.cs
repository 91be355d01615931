using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Http.Outgoing;

/// <summary>
/// Sends JSON to a remote state authority and reads its answer. What it says in `errors`, or as `message` of a refusal, refuses the
/// change; silence, faults and nonsense are Upstream.
/// </summary>
public sealed class AuthorityCalls(SafeHttp http, ISecrets secrets, IIdSource ids, TimeProvider time)
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    /// <param name="field">At fault where it refuses.</param>
    public async Task<Result<JsonElement>> Send(
        RemoteStateAuthority authority,
        HttpMethod method,
        string path,
        JsonObject? body,
        string field,
        CancellationToken cancellation
    )
    {
        using var request = new HttpRequestMessage(method, $"{authority.Url.TrimEnd('/')}/{path}");
        if (body is not null)
        {
            request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, OutgoingJson.Default.JsonObject));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        request.Headers.Accept.ParseAdd("application/json");
        if (!await Sign(request, authority, cancellation))
            return Failed("The secret that signs the request is missing.");
        using var limit = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            return Read(await http.Send(request, either.Token), field);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return Failed($"No answer within {Limit.TotalSeconds} s.");
        }
    }

    internal static Problem Failed(string why) =>
        Problem.Upstream("rsa_config", $"The remote state authority did not answer as it should: {why}", "authority_failed");

    private async Task<bool> Sign(HttpRequestMessage request, RemoteStateAuthority authority, CancellationToken cancellation)
    {
        if (await secrets.Resolve(authority.SharedSecret, cancellation) is not { Length: > 0 } secret)
            return false;
        if (authority.Protocol is not AuthorityProtocol.MagentoCart)
        {
            Signatures.SignForConnector(request, secret, time.GetUtcNow());
            return true;
        }

        if (authority.Oauth is not { } oauth)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret);
            return true;
        }

        if (
            await secrets.Resolve(oauth.ConsumerSecret, cancellation) is not { Length: > 0 } consumerSecret
            || await secrets.Resolve(oauth.AccessTokenSecret, cancellation) is not { Length: > 0 } tokenSecret
        )
            return false;
        var keys = (oauth.ConsumerKey, consumerSecret, oauth.AccessToken, tokenSecret);
        var header = OAuthSignature.Header(request.Method, request.RequestUri!, keys, ids.Ulid(), time.GetUtcNow());
        return request.Headers.TryAddWithoutValidation("Authorization", header);
    }

    private static Result<JsonElement> Read(SafeReply reply, string field)
    {
        try
        {
            if (reply.Failure is { } failure && reply.Status is not (400 or 404 or 409 or 422))
                return Failed(failure);
            using var document = JsonDocument.Parse(reply.Body, new JsonDocumentOptions { MaxDepth = 32 });
            var answer = document.RootElement.Clone();
            if (MessageOf(answer) is { } message)
                return Problem.Order(field, message, "platform");
            return reply.Failure is { } unexplained || answer.ValueKind is not JsonValueKind.Object
                ? Failed(reply.Failure ?? "The answer is no object.")
                : answer;
        }
        catch (JsonException)
        {
            return Failed("The answer is not JSON.");
        }
    }

    /// <summary>Why it refuses, in its own words; null where it does not.</summary>
    private static string? MessageOf(JsonElement answer)
    {
        if (answer.ValueKind is not JsonValueKind.Object)
            return null;
        if (answer.TryGetProperty("errors", out var errors) && errors.ValueKind is JsonValueKind.Array && errors.GetArrayLength() > 0)
            return Text(errors[0]) is { Length: > 0 } said ? said : "The store refused the change.";
        return answer.TryGetProperty("message", out _) && !answer.TryGetProperty("quote", out _) ? Text(answer) : null;

        static string Text(JsonElement of) =>
            of.ValueKind is JsonValueKind.String ? of.GetString()!
            : of.ValueKind is JsonValueKind.Object && of.TryGetProperty("message", out var message) ? message.ToString()
            : "";
    }
}
