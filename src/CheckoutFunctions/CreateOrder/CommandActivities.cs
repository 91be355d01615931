using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Checkout.Functions.CreateOrder;

/// <summary>One activity for each command of a Create Order, under the command's own name.</summary>
public sealed class CommandActivities(CommandStep step, DurableConnection connection)
{
    [Function("calculate_shipping")]
    public Task<bool> CalculateShipping([ActivityTrigger] CommandCall call, [DurableClient] DurableTaskClient durable, CancellationToken cancellation) => Run(call, durable, cancellation);

    [Function("calculate_tax_rates")]
    public Task<bool> CalculateTaxRates([ActivityTrigger] CommandCall call, [DurableClient] DurableTaskClient durable, CancellationToken cancellation) => Run(call, durable, cancellation);

    [Function("authorize_payments")]
    public Task<bool> AuthorizePayments([ActivityTrigger] CommandCall call, [DurableClient] DurableTaskClient durable, CancellationToken cancellation) => Run(call, durable, cancellation);

    [Function("process_order")]
    public Task<bool> ProcessOrder([ActivityTrigger] CommandCall call, [DurableClient] DurableTaskClient durable, CancellationToken cancellation) => Run(call, durable, cancellation);

    [Function("send_to_platform")]
    public Task<bool> SendToPlatform([ActivityTrigger] CommandCall call, [DurableClient] DurableTaskClient durable, CancellationToken cancellation) => Run(call, durable, cancellation);

    [Function("charge_payments")]
    public Task<bool> ChargePayments([ActivityTrigger] CommandCall call, [DurableClient] DurableTaskClient durable, CancellationToken cancellation) => Run(call, durable, cancellation);

    private Task<bool> Run(CommandCall call, DurableTaskClient durable, CancellationToken cancellation)
    {
        connection.Use(durable);
        return step.Run(call, cancellation);
    }
}
