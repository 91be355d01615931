using Checkout.Running;
using Checkout.Stores;

namespace Checkout.Journeys.Erasing;

/// <summary>
/// Forgets a person whose erasure was asked for: their records at once, then order by order, a part of the table in each step.
/// </summary>
public sealed class ForgetPerson(IPersonalData personal, IWakeUps wakeUps, PromptWakeUps prompt, TimeProvider time) : IWakeUpHandler
{
    private const char Separator = '|';

    /// <summary>Parts of the table that one step looks through.</summary>
    private const int PagesAStep = 20;

    public string Kind => WakeUpKinds.ErasedPerson;

    /// <summary>The wake-up for a request, under a name that no order has.</summary>
    public static WakeUp WakeUpFor(string shop, Person person, DateTimeOffset due) =>
        new($"{shop}{Separator}{person.RequestId}", WakeUpKinds.ErasedPerson, due) { Shop = shop };

    public async Task<DateTimeOffset?> Handle(WakeUp wakeUp, CancellationToken cancellation)
    {
        var separator = wakeUp.PublicOrderId.IndexOf(Separator, StringComparison.Ordinal);
        var (shop, requestId) = (wakeUp.PublicOrderId[..separator], wakeUp.PublicOrderId[(separator + 1)..]);
        if (await personal.Requested(shop, requestId, cancellation) is not { } request)
            return null;
        if (request.After is null)
            await personal.ForgetRecords(shop, request.Person, cancellation);
        var after = request.After;
        for (var step = 0; step < PagesAStep; step++)
        {
            var page = await personal.OrdersOf(shop, request.Person, after, cancellation);
            foreach (var order in page.Items)
            {
                var erase = new WakeUp(order, WakeUpKinds.OrderToErase, time.GetUtcNow()) { Shop = shop };
                await wakeUps.Set(erase, cancellation);
                prompt.Take(erase);
            }

            if (page.Next is null)
            {
                await personal.Complete(shop, requestId, cancellation);
                return null;
            }

            after = page.Next;
            await personal.Proceed(shop, requestId, after, cancellation);
        }

        return time.GetUtcNow();
    }
}
