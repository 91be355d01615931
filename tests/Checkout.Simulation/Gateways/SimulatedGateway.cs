using Checkout.Payments;

namespace Checkout.Simulation.Gateways;

/// <summary>The bank as one process reaches it: it may stay silent before or after it did the work, or be down for a day.</summary>
internal sealed class SimulatedGateway(Bank bank, Outside outside, Faults faults, Sabotage sabotage) : IPaymentGateway
{
    public Task<GatewayOutcome> Authorize(GatewayAuthorization asked, CancellationToken cancellation) =>
        Ask(asked.IdempotencyKey, key => bank.Authorize(asked, key));

    public Task<GatewayOutcome> Capture(GatewayMovement asked, CancellationToken cancellation) =>
        Ask(asked.IdempotencyKey, key => bank.Capture(asked, key));

    public Task<GatewayOutcome> Void(GatewayMovement asked, CancellationToken cancellation) =>
        Ask(asked.IdempotencyKey, key => bank.Void(asked, key));

    public Task<GatewayOutcome> Refund(GatewayMovement asked, CancellationToken cancellation) =>
        Ask(asked.IdempotencyKey, key => bank.Refund(asked, key));

    public async Task<GatewayOutcome> Confirm(GatewayConfirmation asked, CancellationToken cancellation) =>
        await Question(() => bank.Confirm(asked)) ?? GatewayOutcome.Unknown("No answer.");

    public async Task<GatewayOutcome?> LookUp(GatewayLookUp asked, CancellationToken cancellation)
    {
        GatewayOutcome? found = null;
        return
            await Question(() =>
            {
                found = bank.LookUp(asked);
                return "";
            })
                is null
            ? GatewayOutcome.Unknown("No answer.")
            : found;
    }

    public async Task<GatewayHold?> Inspect(GatewayLookUp asked, CancellationToken cancellation) =>
        await Question(() => bank.Inspect(asked.Reference!)) ?? GatewayHold.Unknown;

    private async Task<GatewayOutcome> Ask(string key, Func<string, GatewayOutcome> work)
    {
        await outside.Await();
        if (bank.IsDown || faults.Happens("gateway silent before", 15))
            return GatewayOutcome.Unknown("No answer.");
        if (sabotage is Sabotage.EveryTryHasItsOwnKey && bank.ByKey(key) is not null)
            key = $"{key}~{bank.Movements.Count}";
        var outcome = bank.ByKey(key)?.Outcome ?? work(key);
        await outside.Await();
        return faults.Happens("gateway silent after", 20) ? GatewayOutcome.Unknown("No answer.") : outcome;
    }

    /// <summary>Null when there is no answer.</summary>
    private async Task<T?> Question<T>(Func<T?> ask)
        where T : class
    {
        await outside.Await();
        if (bank.IsDown || faults.Happens("gateway silent when asked", 15))
            return null;
        var answer = ask();
        await outside.Await();
        return answer;
    }
}
