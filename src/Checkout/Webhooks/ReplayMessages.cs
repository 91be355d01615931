using Checkout.Letters;
using Checkout.Orders;
using Checkout.Running;
using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Webhooks;

/// <summary>Puts messages back into their outboxes: dead letters, and deliveries that a merchant wants again.</summary>
public sealed class ReplayMessages(IOutbox outbox, IWakeUps wakeUps, PromptWakeUps prompt, TimeProvider time)
{
    /// <summary>How many dead letters one call replays.</summary>
    private const int MostAtOnce = 500;

    private const int Page = 100;

    /// <summary>
    /// Replays the shop's dead messages to webhooks, or those of one, oldest first. Letters to shoppers are replayed one by one: an old
    /// confirmation is seldom meant.
    /// </summary>
    /// <param name="webhook">Null takes those of all.</param>
    /// <param name="to">The webhook that gets them instead of their own; null leaves them theirs.</param>
    public async Task<ReplayedLetters> Replay(string shop, string? webhook, WebhookSubscription? to, CancellationToken cancellation)
    {
        string? after = null;
        for (var replayed = 0; ; )
        {
            var letters = await outbox.DeadLetters(shop, after, Page, cancellation);
            foreach (var letter in letters.Where(letter => IsMeant(letter.Message, webhook)))
            {
                if (replayed == MostAtOnce)
                    return new ReplayedLetters(replayed, More: true);
                await Replay(
                    shop,
                    to is null ? letter : letter with { Message = letter.Message with { Destination = to.Id } },
                    cancellation
                );
                replayed++;
            }

            if (letters.Count < Page)
                return new ReplayedLetters(replayed, More: false);
            after = letters[^1].Id;
        }
    }

    private static bool IsMeant(OutboxMessage message, string? webhook) =>
        webhook is null ? message.Kind != AskForLetter.Kind : message.Destination == webhook;

    public Task Replay(string shop, DeadLetter letter, CancellationToken cancellation) =>
        Woken(shop, letter.PublicOrderId, () => outbox.Replay(shop, letter, cancellation), cancellation);

    /// <summary>
    /// Sends a delivery again under the same message id: at once when it still waits, from the dead letters when it is one, else as it
    /// was sent.
    /// </summary>
    public async Task Resend(string shop, WebhookDelivery delivery, CancellationToken cancellation)
    {
        var (order, message) = (delivery.PublicOrderId, delivery.Message);
        var waiting = (await outbox.Pending(order, cancellation)).FirstOrDefault(m => m.Id == message.Id);
        var letter = waiting is null ? await outbox.DeadLetter(shop, new DeadLetter(order, message, "", default).Id, cancellation) : null;
        await Woken(
            shop,
            order,
            () =>
                waiting is not null ? outbox.Update(order, waiting with { NotBefore = time.GetUtcNow() }, cancellation)
                : letter is not null ? outbox.Replay(shop, letter, cancellation)
                : outbox.Put(order, message with { Attempts = 0, NotBefore = null, Place = null }, cancellation),
            cancellation
        );
    }

    /// <summary>The wake-up first: without it a message could wait for the order's next one.</summary>
    private async Task Woken(string shop, string order, Func<Task> act, CancellationToken cancellation)
    {
        var wakeUp = new WakeUp(order, WakeUpKinds.Outbox, time.GetUtcNow() + NoticingOrderStore.Head) { Shop = shop };
        await wakeUps.Set(wakeUp, cancellation);
        await act();
        prompt.Take(wakeUp);
    }
}
