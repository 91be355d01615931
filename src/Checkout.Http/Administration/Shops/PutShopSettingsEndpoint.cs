using Checkout.Http.Frame;
using Checkout.Http.Frame.Json;
using Checkout.Shops;
using Checkout.Stores;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Administration.Shops;

/// <summary>
/// Replaces the shop document as a whole (docs/contract/administration.md#shop-document). <c>If-Match</c> guards a
/// change, <c>If-None-Match: *</c> brings in a shop that is not there yet. Four storage transactions: read, the tokens
/// of all shops, write, and read for the new ETag; one more where the shop has a retention time.
/// </summary>
public sealed class PutShopSettingsEndpoint(IShops shops, IRetention retain, ILetters letters) : ISlice
{
    private static readonly Problem Changed = Precondition("The shop document has changed since it was read.", "etag_mismatch");
    private static readonly Problem Exists = Precondition("The shop is there already: send If-Match.", "exists");
    private static readonly Problem Unguarded = Precondition(
        "Send If-Match with the ETag of the document, or If-None-Match: * for a new shop.",
        "if_match_missing"
    );

    public async Task<Reply> Handle(Call call)
    {
        var body = await BodyReader.Read(call.Http.Request, call.Cancellation);
        var supplied = body.Then(bytes => ShopDocument.Parse(bytes.Span)).Then(ShopRules.Check);
        if (supplied.Succeeded)
            supplied = await letters.Check(supplied.Value, call.Cancellation);
        if (!supplied.Succeeded)
            return supplied.Problems;
        var identifier = call.Route(RouteNames.Shop);
        if (supplied.Value.Identifier != identifier)
            return Problem.Invalid("identifier", $"identifier must be {identifier}, as in the path.", "not_allowed");

        var stored = await shops.Load(identifier, call.Cancellation);
        if (Guard(call.Http.Request, stored) is { } refusal)
            return refusal;
        var restored = supplied.Value.Restored(stored?.Shop);
        if (!restored.Succeeded)
            return restored.Problems;
        var saved = await shops.Save(restored.Value, stored?.ETag, call.Cancellation);
        if (!saved.Succeeded || !saved.Value)
            return saved.Succeeded ? Changed : saved.Problems[0];
        if (restored.Value.RetentionDays is not null)
            await retain.Begin(identifier, call.Cancellation);
        return ShopSettings.Of(
            await shops.Load(identifier, call.Cancellation)
                ?? throw new InvalidOperationException($"Shop {identifier} was saved and is not there.")
        );
    }

    private static Problem? Guard(HttpRequest request, StoredShop? stored)
    {
        var match = request.Headers.IfMatch.ToString();
        if (match.Length > 0)
            return stored?.ETag == match ? null : Changed;
        if (request.Headers.IfNoneMatch.ToString() == "*")
            return stored is null ? null : Exists;
        return Unguarded;
    }

    private static Problem Precondition(string message, string reason) =>
        new(message, "validation", "if_match", reason) { Kind = ProblemKind.PreconditionFailed };
}
