using Checkout.Gateways.TestGateway;
using Checkout.Payments;
using Checkout.Payments.TestGateway;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Checkout.Gateways;

public static class PaymentGatewaysRegistration
{
    /// <summary>
    /// Adds <see cref="IPaymentGateways"/>. The host brings <see cref="TimeProvider"/> and, for a test gateway that
    /// remembers beyond its process, <see cref="ITestGatewayLedger"/>.
    /// </summary>
    public static IServiceCollection AddPaymentGateways(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ITestGatewayLedger, InMemoryTestGatewayLedger>();
        services.TryAddSingleton<TestPaymentGateway>();
        services.TryAddSingleton<IPaymentGateways>(provider => new PaymentGateways(
        [
            new(TestPaymentGateway.DriverName, provider.GetRequiredService<TestPaymentGateway>()),
        ]));
        return services;
    }
}
