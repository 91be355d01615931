using Checkout.Http.Backend.Letters;
using Checkout.Http.Frame;
using Checkout.Letters;
using Checkout.Orders;
using Checkout.Running;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Http.Administration.Letters;

/// <summary>
/// A letter as it would be sent, of an order or of a sample that has something of everything. One storage transaction with an order,
/// none without. Nothing is sent.
/// </summary>
public sealed class PreviewLetterEndpoint(OrderEditor editor, ILetters letters) : ISlice
{
    public const string Language = "language";
    public const string Order = "public_order_id";

    public async Task<Reply> Handle(Call call)
    {
        if (!call.HasShop)
            return LetterAnswers.NoSuchShop();
        if (LetterKinds.Find(call.Route(AdministrationRoutes.Kind)) is not { } kind)
            return LetterAnswers.UnknownKind();
        if (LetterAnswers.Refuses(call.Parameter(Language)) is { } language)
            return language;
        var order = await About(call);
        if (!order.Succeeded)
            return order.Problems;
        var letter = SampleLetters.Of(kind, order.Value) with { Language = call.Parameter(Language) };
        return Reply.Of(await letters.Write(call.Shop, order.Value, letter, call.Cancellation), written => written);
    }

    private async Task<Result<Order>> About(Call call) =>
        call.Parameter(Order) is { } publicOrderId
            ? (await editor.Load(call.Shop.Identifier, publicOrderId, call.Cancellation)).Map(stored => stored.Order)
            : SampleLetters.Order(call.Shop);
}
