using Checkout.Changing.GiftCertificates;
using Checkout.Letters;
using Checkout.Orders;
using Checkout.Running;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Journeys.Completing;

/// <summary>
/// Makes gift cards of the certificates that an order sold once it is final, and disables them when it is canceled. Which cards they
/// are is written on the order before the first is issued, so that each is issued once whatever happens in between.
/// </summary>
public sealed class IssueCertificates(
    OrderRun run,
    IGiftCards cards,
    IGiftCardLedger ledger,
    IGiftCardCodes codes,
    ILetters letters,
    TimeProvider time
) : IWakeUpHandler
{
    public string Kind => WakeUpKinds.SoldCertificates;

    public Task<DateTimeOffset?> Handle(WakeUp wakeUp, CancellationToken cancellation) =>
        run.Run(wakeUp, (session, shop, token) => Step(wakeUp, session, shop, token), () => time.GetUtcNow().AddMinutes(1), cancellation);

    private async Task<DateTimeOffset?> Step(WakeUp wakeUp, OrderSession session, Shop shop, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var occasion = new Occasion(now, "timer");
        if (session.Order.Status is OrderStatus.Canceled)
        {
            foreach (var certificate in ToWithdraw(session.Order).Take(CertificateIssue.AtOnce).ToList())
            {
                await ledger.Change(
                    shop.Identifier,
                    GiftCardCode.HashOf(certificate.Card),
                    GiftCardChange.ToDisable("The order was canceled."),
                    cancellation
                );
                session.Order = CertificateIssue.Withdraw(session.Order, certificate, occasion);
            }

            return ToWithdraw(session.Order).Any() ? now : null;
        }

        // A sweep may come before the commit that the wake-up was written for: it looks once more.
        if (session.Order.Status is not OrderStatus.Processed)
            return wakeUp.Attempt == 0 ? now.AddMinutes(1) : null;
        var next = await Claimed(session.Order, shop, cancellation);
        session.Order = next;
        if (!await session.Commit(cancellation))
            return null;
        foreach (var certificate in CertificateIssue.OfItsLines(session.Order).Where(c => c.IssuedAt is null).ToList())
        {
            var seed = BoughtCertificate.SeedOf(session.Order, certificate.LineId, certificate.Number);
            await cards.Issue(
                shop.Identifier,
                new GiftCard(certificate.Card, session.Order.Currency.Code, certificate.Amount, ExpiresAt: null, PurchasedAt: now)
                {
                    LastFour = certificate.LastFour,
                    CodeSeed = seed,
                },
                cancellation
            );
            session.Order = CertificateIssue.Issued(session.Order, certificate, occasion);
            if (letters.CanSend && LetterOf(session.Order, certificate, seed) is { } letter)
                session.Order = AskForLetter.Decide(session.Order, letter, occasion);
        }

        return CertificateIssue.Wanted(session.Order, shop).Any() ? now : null;
    }

    private static IEnumerable<BoughtCertificate> ToWithdraw(Order order) =>
        CertificateIssue.OfItsLines(order).Where(certificate => !certificate.Withdrawn);

    private async Task<Order> Claimed(Order order, Shop shop, CancellationToken cancellation)
    {
        foreach (var (line, number) in CertificateIssue.Wanted(order, shop).Take(CertificateIssue.AtOnce).ToList())
        {
            var code = await codes.Make(shop.Identifier, BoughtCertificate.SeedOf(order, line.Id, number), cancellation);
            order = order with
            {
                Certificates = order.Certificates.Add(
                    new BoughtCertificate(line.Id, number, GiftCardCode.ReferenceOf(code), GiftCardCode.LastFour(code), line.Price)
                ),
            };
        }

        return order;
    }

    /// <summary>To its receiver, or to the buyer where the line names nobody; null where there is neither.</summary>
    private static Letter? LetterOf(Order order, BoughtCertificate certificate, string seed)
    {
        var about = GiftCertificate.Of(order.LineItems.First(line => line.Id == certificate.LineId));
        var receiver = about.Recipient.Email is { Length: > 0 } email ? email : order.Customer?.EmailAddress;
        return string.IsNullOrEmpty(receiver)
            ? null
            : new Letter(LetterKind.GiftCard)
            {
                To = receiver,
                GiftCard = new LetterGiftCard(GiftCardCode.HashOf(certificate.Card), seed, certificate.Amount, order.Currency.Code)
                {
                    RecipientName = about.Recipient.Name,
                    Message = about.Message,
                },
            };
    }
}
