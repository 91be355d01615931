using Azure.Core.Pipeline;
using Azure.Identity;
using Azure.Security.KeyVault.Secrets;
using Checkout.AzureStorage.Catalog;
using Checkout.AzureStorage.CreateOrder;
using Checkout.AzureStorage.Customers;
using Checkout.AzureStorage.Discounts;
using Checkout.AzureStorage.GiftCards;
using Checkout.AzureStorage.Orders;
using Checkout.AzureStorage.Secrets;
using Checkout.AzureStorage.Shops;
using Checkout.AzureStorage.Tables;
using Checkout.AzureStorage.WakeUps;
using Checkout.AzureStorage.Webhooks;
using Checkout.Faults;
using Checkout.Journeys.Completing;
using Checkout.Payments.TestGateway;
using Checkout.Running;
using Checkout.Stores;
using Checkout.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Checkout.AzureStorage;

/// <summary>Everything that keeps something, for both hosts.</summary>
public static class StorageRegistration
{
    /// <summary>
    /// Registers the stores, ids, secrets and the creation of the tables at start. A clock, crash points or an id
    /// source that the host has registered before are kept.
    /// </summary>
    /// <exception cref="InvalidOperationException">A setting is missing or wrong; the message names it.</exception>
    public static IServiceCollection AddCheckoutStorage(this IServiceCollection services, IConfiguration configuration)
    {
        var options = StorageOptions.From(configuration);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ICrashPoints, NoCrashPoints>();
        services.TryAddSingleton<IIdSource, RandomIdSource>();
        services.AddMetrics();
        services.AddSingleton(options);
        services.AddSingleton<StorageMeter>();
        services.AddSingleton<IStorageMeter, ScopedStorageMeter>();
        services.TryAddSingleton<HttpPipelineTransport>(_ => new HttpClientTransport(new HttpClient(Connections())));
        services.AddSingleton<IStoreFaults, TableFaults>();
        services.AddSingleton<CheckoutTables>();
        services.AddSingleton<StorageSetup>();
        services.AddHostedService(host => host.GetRequiredService<StorageSetup>());

        services.AddSingleton<TableOrderStore>();
        services.AddSingleton(host =>
            ActivatorUtilities.CreateInstance<NoticingOrderStore>(host, (IOrderStore)host.GetRequiredService<TableOrderStore>())
        );
        services.AddSingleton(host =>
            ActivatorUtilities.CreateInstance<ListedOrderStore>(host, (IOrderStore)host.GetRequiredService<NoticingOrderStore>())
        );
        services.AddSingleton<IOrderStore>(host =>
            ActivatorUtilities.CreateInstance<IssuingOrderStore>(host, (IOrderStore)host.GetRequiredService<ListedOrderStore>())
        );
        services.AddSingleton<IOrderLookup, TableOrderLookup>();
        services.AddSingleton<IOrderList, TableOrderList>();
        services.AddSingleton<IAbandonedCheckouts, TableAbandonedCheckouts>();
        services.AddSingleton<IOutbox, TableOutbox>();
        services.AddSingleton<TableWebhookDeliveries>();
        services.AddSingleton<IWebhookDeliveries>(host => host.GetRequiredService<TableWebhookDeliveries>());
        services.AddSingleton<IWakeUpHandler>(host => host.GetRequiredService<TableWebhookDeliveries>());
        services.AddSingleton<IShops, TableShops>();
        services.AddSingleton<TableCatalog>();
        services.AddSingleton<ICatalog>(host => host.GetRequiredService<TableCatalog>());
        services.AddSingleton<IProducts>(host => host.GetRequiredService<TableCatalog>());
        services.AddSingleton<TableStock>();
        services.AddSingleton<IStock>(host => host.GetRequiredService<TableStock>());
        services.AddSingleton<IStockLedger>(host => host.GetRequiredService<TableStock>());
        services.AddSingleton<TableCustomers>();
        services.AddSingleton<ICustomerStore>(host => host.GetRequiredService<TableCustomers>());
        services.AddSingleton<IPersonalData, TablePersonalData>();
        services.AddSingleton<ICustomerList>(host => host.GetRequiredService<TableCustomers>());
        services.AddSingleton<IIdempotencyKeys, TableIdempotencyKeys>();
        services.AddSingleton<IWakeUps, TableWakeUps>();
        services.AddSingleton<IWaitingWork, TableWakeUps>();
        services.AddSingleton<TableDiscountUses>();
        services.AddSingleton<IDiscountUses>(host => host.GetRequiredService<TableDiscountUses>());
        services.AddSingleton<TableGiftCards>();
        services.AddSingleton<IGiftCards>(host => host.GetRequiredService<TableGiftCards>());
        services.AddSingleton<IGiftCardLedger>(host => host.GetRequiredService<TableGiftCards>());
        services.AddSingleton<ITestGatewayLedger>(host => new TestGatewayLedgerTable(
            host.GetRequiredService<CheckoutTables>().TestGateway
        ));
        return services.AddSecrets(configuration, options);
    }

    private static IServiceCollection AddSecrets(this IServiceCollection services, IConfiguration configuration, StorageOptions options)
    {
        if (configuration["Secrets:VaultUri"] is not { Length: > 0 } vault)
            return services.AddSingleton<ISecrets>(new ConfigurationSecrets(configuration));
        if (!Uri.TryCreate(vault, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps)
            throw new InvalidOperationException($"Secrets:VaultUri must be an https address, not '{vault}'.");
        services.AddSingleton(_ => new SecretClient(uri, new DefaultAzureCredential(CheckoutTables.IdentityOf(options))));
        return services.AddSingleton<ISecrets, KeyVaultSecrets>();
    }

    private static SocketsHttpHandler Connections() =>
        new()
        {
            // Long enough to reuse, short enough to follow a change of DNS.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectTimeout = TimeSpan.FromSeconds(5),
            AllowAutoRedirect = false,
            UseCookies = false,
        };
}
