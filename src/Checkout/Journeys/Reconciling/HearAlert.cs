using Checkout.Orders;
using Checkout.Payments;
using Checkout.Running;
using Checkout.Shops;

namespace Checkout.Journeys.Reconciling;

/// <summary>Brings an alert of a gateway's notice onto the order.</summary>
public sealed class HearAlert(OrderRun run, TimeProvider time)
{
    public const string Actor = "gateway";

    /// <summary>True when it was news. Refused (locked): other writers were faster; the notice is to come again.</summary>
    public Task<Result<bool>> Run(Shop shop, GatewayNotice notice, PaymentAlert alert, CancellationToken cancellation) =>
        run.Run<bool>(
            shop.Identifier,
            notice.PublicOrderId,
            (session, _, _) =>
            {
                var next = RecordAlert.Decide(session.Order, notice.PaymentId, alert, new Occasion(time.GetUtcNow(), Actor));
                var isNews = !ReferenceEquals(next, session.Order);
                session.Order = next;
                return Task.FromResult<Result<bool>>(isNews);
            },
            cancellation
        );
}
