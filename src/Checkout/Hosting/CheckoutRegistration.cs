using Checkout.Journeys.Beginning;
using Checkout.Journeys.Completing;
using Checkout.Journeys.CreateOrder;
using Checkout.Journeys.Erasing;
using Checkout.Journeys.Reconciling;
using Checkout.Journeys.Reserving;
using Checkout.Journeys.Settling;
using Checkout.Journeys.Submitting;
using Checkout.Platforms;
using Checkout.Plugins;
using Checkout.Plugins.Overrides;
using Checkout.Running;
using Checkout.Stores;
using Checkout.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Checkout.Hosting;

/// <summary>The domain's own classes. Stores, gateways, clock and ids come from the host.</summary>
public static class CheckoutRegistration
{
    public static IServiceCollection AddCheckout(this IServiceCollection services)
    {
        services.AddSingleton<OrderGate>();
        services.AddSingleton<RememberedOrders>();
        services.AddSingleton<OrderRun>();
        services.AddSingleton<OrderEditor>();
        services.AddSingleton<CartItems>();
        services.AddSingleton<BeginOrder>();
        services.AddSingleton<AddOrder>();
        services.AddSingleton<TakeStock>();
        services.AddSingleton<FinalizeDiscounts>();
        services.AddSingleton<ProcessOrder>();
        services.AddSingleton<RecheckTaxes>();
        services.AddSingleton<GatewayCalls>();
        services.AddSingleton<MoneyWatch>();
        services.AddSingleton<PaymentProcessor>();
        services.AddSingleton<PlatformOrders>();
        services.AddSingleton<AfterMoneyMoved>();
        services.AddSingleton<MoneyCalls>();
        services.AddSingleton<OpenWork>();
        services.AddSingleton<WakeUpSweep>();
        services.AddSingleton<PromptWakeUps>();
        services.AddSingleton<PromptSweep>();
        services.AddSingleton<WorkList>();
        services.AddSingleton<RunWork>();
        services.AddSingleton<IMessageCarrier, WebhookCarrier>();
        services.AddSingleton<IMessageCarrier, StateCarrier>();
        services.AddSingleton<IMessageCarrier, LetterCarrier>();
        services.AddSingleton<OutboxSender>();
        services.AddSingleton<IWakeUpHandler>(host => host.GetRequiredService<OutboxSender>());
        services.AddSingleton<ShopOutbox>();
        services.AddSingleton<IWakeUpHandler, MarkAbandoned>();
        services.AddSingleton<IWakeUpHandler, ListOrder>();
        services.AddSingleton<IWakeUpHandler, ResumeJournal>();
        services.AddSingleton<ReconcileOrder>();
        services.AddSingleton<IWakeUpHandler, ReconcileThenSend>();
        services.AddSingleton<HearNotice>();
        services.AddSingleton<HearAlert>();
        services.AddSingleton<RecheckRefund>();
        services.AddSingleton<LearnOfMoney>();
        services.AddSingleton<IWakeUpHandler, CaptureLater>();
        services.AddSingleton<IWakeUpHandler, SendOrderLater>();
        services.AddSingleton<IWakeUpHandler, OpenParts>();
        services.TryAddSingleton<IPlatformConnector, OwnPlatform>();
        services.TryAddSingleton<ILetters, NoLetters>();

        services.AddSingleton<AskedOnce>();
        services.AddSingleton<Circuits>();
        services.AddSingleton<PluginEvents>();
        services.AddSingleton<PluginSimulator>();
        services.TryAddSingleton<IStateAuthority, NoStateAuthority>();
        services.AddSingleton<AskAuthority>();
        services.AddSingleton<AuthorityCodes>();
        services.AddSingleton<OverrideCalls>();
        services.AddSingleton<AddressOverride>();
        services.AddSingleton<CheckAddress>();
        services.AddSingleton<DiscountOverride>();
        services.AddSingleton<InventoryOverride>();
        services.TryAddSingleton<IShippingLines, ShippingOverride>();
        services.TryAddSingleton<ITaxRates, TaxOverride>();
        services.AddSingleton<EnterDiscountCode>();
        services.AddSingleton<CheckAvailability>();
        services.AddSingleton<FindTender>();
        services.AddSingleton<FinishSubmission>();
        services.AddSingleton<AmendPlacedOrder>();
        services.AddSingleton<SubmitOrder>();
        services.AddSingleton<CompleteOrder>();

        services.AddSingleton<ResolvePayments>();
        services.AddSingleton<PrepareOrder>();
        services.AddSingleton<CreateOrderRun>();
        services.AddSingleton<EndJournal>();
        services.AddSingleton<CreateOrders>();
        services.AddSingleton<CreateOrderRuns>();
        services.AddSingleton<ICreateOrderCommand, CalculateShipping>();
        services.AddSingleton<ICreateOrderCommand, CalculateTaxRates>();
        services.AddSingleton<ICreateOrderCommand, AuthorizeOrderPayments>();
        services.AddSingleton<ICreateOrderCommand, ProcessCreatedOrder>();
        services.AddSingleton<ICreateOrderCommand, SendToPlatform>();
        services.AddSingleton<ICreateOrderCommand, ChargePayments>();
        return services;
    }

    /// <summary>The work behind the requests of a back office, for hosts whose store finds what it keeps of a person.</summary>
    public static IServiceCollection AddBackOfficeWork(this IServiceCollection services)
    {
        services.AddSingleton<IWakeUpHandler, IssueCertificates>();
        services.AddSingleton<IWakeUpHandler, EraseOrders>();
        services.AddSingleton<IWakeUpHandler, ForgetPerson>();
        services.AddSingleton<RetainOrders>();
        services.AddSingleton<IRetention>(host => host.GetRequiredService<RetainOrders>());
        services.AddSingleton<IWakeUpHandler>(host => host.GetRequiredService<RetainOrders>());
        return services;
    }
}
