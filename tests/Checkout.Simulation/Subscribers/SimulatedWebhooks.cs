using Checkout.Orders;
using Checkout.Shops;
using Checkout.Simulation.Time;
using Checkout.Webhooks;

namespace Checkout.Simulation.Subscribers;

/// <summary>Receivers of webhooks that are away now and then; what they took is kept, however often it came.</summary>
internal sealed class SimulatedWebhooks(World world, Outside outside) : IWebhookCalls
{
    public async Task<WebhookAnswer> Post(
        string shop,
        string publicOrderId,
        WebhookSubscription subscription,
        OutboxMessage message,
        CancellationToken cancellation
    )
    {
        await outside.Await();
        if (world.Faults.Happens("receiver away", 60))
            return new WebhookAnswer("No answer.");
        world.Tables.Delivered.Add(message.Id);
        await outside.Await();
        return world.Faults.Happens("receiver silent after", 20) ? new WebhookAnswer("No answer.") : WebhookAnswer.Taken;
    }

    public Task<WebhookAnswer> Post(RemoteStateAuthority authority, OutboxMessage message, CancellationToken cancellation) =>
        throw new SimulationException("A state authority was called.");
}
