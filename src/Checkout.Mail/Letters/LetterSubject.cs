using Checkout.Letters;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Mail.Letters;

/// <summary>Everything that a letter is written from.</summary>
/// <param name="Order">Null for a letter that is about no order.</param>
/// <param name="Code">Of the gift card, in a letter about one.</param>
/// <param name="Page">The order's page; null when this deployment does not know its own address.</param>
internal sealed record LetterSubject(Shop Shop, Order? Order, Letter Letter, string Language, string? Page, string? Code)
{
    public LetterWords Words => LetterWords.Of(Language);

    public string Kind => LetterKinds.Word(Letter.Kind);
}
