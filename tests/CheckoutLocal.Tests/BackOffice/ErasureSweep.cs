using Checkout.Running;
using Checkout.Stores;

namespace Checkout.Local.Tests.BackOffice;

/// <summary>What the sweeps of a minute do for erasures, as often as there is something to do.</summary>
internal static class ErasureSweep
{
    private const int MostTurns = 50;

    public static async Task Run(LocalCheckout checkout)
    {
        var time = checkout.Time ?? TimeProvider.System;
        var sweep = checkout.Service<WakeUpSweep>();
        for (var turn = 0; turn < MostTurns; turn++)
        {
            var due = (await checkout.Service<IWakeUps>().Due(time.GetUtcNow(), 1000, default))
                .Where(wakeUp => wakeUp.Kind is WakeUpKinds.OrderToErase or WakeUpKinds.ErasedPerson or WakeUpKinds.OldOrders)
                .ToList();
            if (due.Count == 0)
                return;
            foreach (var wakeUp in due)
                await sweep.Handle(wakeUp, default);
        }

        throw new InvalidOperationException($"Erasures were still waiting after {MostTurns} turns.");
    }
}
