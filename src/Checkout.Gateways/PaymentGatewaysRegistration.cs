using Checkout.Faults;
using Checkout.Gateways.GiftCards;
using Checkout.Gateways.Stripe;
using Checkout.Gateways.Telemetry;
using Checkout.Gateways.TestGateway;
using Checkout.Payments;
using Checkout.Payments.TestGateway;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Checkout.Gateways;

public static class PaymentGatewaysRegistration
{
    /// <summary>
    /// Adds <see cref="IPaymentGateways"/> (drivers test, gift_card and stripe) and <see cref="IGatewayNotices"/>. The host
    /// brings ISecrets and IGiftCards and, for a test gateway that remembers beyond its process, ITestGatewayLedger.
    /// </summary>
    public static IServiceCollection AddPaymentGateways(this IServiceCollection services)
    {
        services.AddMetrics();
        services.AddStripeConnections();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ICrashPoints, NoCrashPoints>();
        services.TryAddSingleton<ITestGatewayLedger, InMemoryTestGatewayLedger>();
        services.TryAddSingleton(provider => new StripeSurroundings(provider.GetService<IHostEnvironment>()?.IsDevelopment() ?? false));
        services.TryAddSingleton(StripePatience.Default);
        services.TryAddSingleton<StripeAccounts>();
        services.TryAddSingleton<GatewayTelemetry>();
        services.TryAddSingleton<TestPaymentGateway>();
        services.TryAddSingleton<GiftCardGateway>();
        services.TryAddSingleton<StripePaymentGateway>();
        services.TryAddSingleton<IGatewayNotices, GatewayNotices>();
        services.TryAddSingleton<IPaymentGateways>(provider => new PaymentGateways([
            Driver<TestPaymentGateway>(provider, TestPaymentGateway.DriverName),
            Driver<GiftCardGateway>(provider, GiftCardGateway.DriverName),
            Driver<StripePaymentGateway>(provider, StripePaymentGateway.DriverName),
        ]));
        return services;
    }

    private static KeyValuePair<string, IPaymentGateway> Driver<TGateway>(IServiceProvider provider, string name)
        where TGateway : IPaymentGateway
    {
        var points = provider.GetRequiredService<ICrashPoints>();
        IPaymentGateway gateway = new ObservedGateway(
            provider.GetRequiredService<TGateway>(),
            name,
            provider.GetRequiredService<GatewayTelemetry>()
        );
        return new(name, points is NoCrashPoints ? gateway : new CrashingGateway(gateway, points));
    }
}
