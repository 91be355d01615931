using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Identity;

namespace Checkout.AzureStorage.Tables;

/// <summary>The tables of a deployment, over one shared set of connections.</summary>
public sealed class CheckoutTables
{
    private readonly StorageOptions options;
    private readonly StorageMeter meter;
    private readonly HttpPipelineTransport transport;
    private readonly TokenCredential? credential;

    /// <param name="transport">Shared by all tables; a test may hand in one that fails.</param>
    public CheckoutTables(StorageOptions options, StorageMeter meter, HttpPipelineTransport transport)
    {
        this.options = options;
        this.meter = meter;
        this.transport = transport;
        credential = options.TableEndpoint is null ? null : new DefaultAzureCredential(IdentityOf(options));
        Orders = Table("orders");
        DeadLetters = Table("deadletters");
        Deliveries = Table("deliveries");
        Shops = Table("shops");
        Catalog = Table("catalog");
        Customers = Table("customers");
        Idempotency = Table("idempotency");
        Lookup = Table("lookup");
        WakeUps = Table("wakeups");
        DiscountUses = Table("discountuses");
        GiftCards = Table("giftcards");
        TestGateway = Table(TestGatewayLedgerTable.TableName, counted: false);
    }

    public TableClient Orders { get; }
    public TableClient DeadLetters { get; }
    public TableClient Deliveries { get; }
    public TableClient Shops { get; }
    public TableClient Catalog { get; }
    public TableClient Customers { get; }
    public TableClient Idempotency { get; }
    public TableClient Lookup { get; }
    public TableClient WakeUps { get; }
    public TableClient DiscountUses { get; }
    public TableClient GiftCards { get; }

    /// <summary>Stands in for the memory of a gateway, so what it costs is no cost of the checkout.</summary>
    public TableClient TestGateway { get; }

    /// <summary>Creates what is missing; called once when the host starts, never on a request.</summary>
    public Task Create(CancellationToken cancellation) =>
        Task.WhenAll(
            new[]
            {
                Orders,
                DeadLetters,
                Deliveries,
                Shops,
                Catalog,
                Customers,
                Idempotency,
                Lookup,
                WakeUps,
                DiscountUses,
                GiftCards,
                TestGateway,
            }.Select(table => table.CreateIfNotExistsAsync(cancellation))
        );

    internal static DefaultAzureCredentialOptions IdentityOf(StorageOptions options)
    {
        var identity = new DefaultAzureCredentialOptions();
        if (options.ManagedIdentityClientId is not null)
            identity.ManagedIdentityClientId = options.ManagedIdentityClientId;
        return identity;
    }

    private TableClient Table(string name, bool counted = true)
    {
        // A retried write whose first answer was lost shows as 409 or 412: the stores tell it from a lost race.
        var client = new TableClientOptions { Transport = transport };
        client.Retry.Mode = RetryMode.Exponential;
        client.Retry.MaxRetries = 3;
        client.Retry.Delay = TimeSpan.FromMilliseconds(100);
        client.Retry.MaxDelay = TimeSpan.FromSeconds(2);
        client.Retry.NetworkTimeout = TimeSpan.FromSeconds(10);
        if (counted)
            client.AddPolicy(new CountTransactions(name, meter), HttpPipelinePosition.PerRetry);
        return credential is null
            ? new TableClient(options.ConnectionString, options.TablePrefix + name, client)
            : new TableClient(new Uri(options.TableEndpoint!), options.TablePrefix + name, credential, client);
    }
}
