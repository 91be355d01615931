using Checkout.Gateways.Stripe;
using Checkout.Gateways.Tests.GiftCards;
using Checkout.Payments;
using Checkout.Shops;
using Checkout.Stores;
using Checkout.Testing.Stripe;
using Microsoft.Extensions.DependencyInjection;

namespace Checkout.Gateways.Tests.Stripe;

/// <summary>A shop whose Stripe gateway is the stand-in, wired as a host wires it.</summary>
internal sealed class StripeShop : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private StripeShop(StripeStandIn standIn, ServiceProvider services, GatewaySettings settings)
    {
        (StandIn, this.services, Settings) = (standIn, services, settings);
        Gateway = services.GetRequiredService<IPaymentGateways>().Driver("stripe")!;
    }

    public StripeStandIn StandIn { get; }
    public IPaymentGateway Gateway { get; }
    public GatewaySettings Settings { get; }

    public static async Task<StripeShop> Open(TimeProvider? clock = null, bool isDevelopment = true, int fewestCalls = 1000)
    {
        var standIn = await StripeStandIn.Start(clock: clock);
        var provider = new ServiceCollection()
            .AddSingleton(clock ?? TimeProvider.System)
            .AddSingleton<ISecrets>(new KnownSecrets())
            .AddSingleton<IGiftCards>(new CardBox())
            .AddSingleton(new StripeSurroundings(isDevelopment))
            .AddSingleton(StripePatience.Default with { RetryDelay = TimeSpan.Zero, FewestCalls = fewestCalls })
            .AddPaymentGateways()
            .BuildServiceProvider();
        var settings = new GatewaySettings { PublicId = "stripegateway", Driver = "stripe" };
        return new StripeShop(
            standIn,
            provider,
            settings with
            {
                Settings = settings
                    .Settings.Add("api_key", "secret:shops/demo/stripe-key")
                    .Add("webhook_secret", "secret:shops/demo/stripe-webhook")
                    .Add("api_base", standIn.Address),
            }
        );
    }

    public IGatewayNotices Notices => services.GetRequiredService<IGatewayNotices>();

    public GatewayAuthorization Authorization(string token, long amount = 5000, string key = "authorize-1", string currency = "CAD") =>
        Asked.Authorize(token, amount, key, currency, gateway: Settings);

    public GatewayMovement Movement(string? reference, long amount, string key, string currency = "CAD") =>
        Asked.Movement(reference, amount, key, currency, gateway: Settings);

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await StandIn.DisposeAsync();
    }
}

internal sealed class KnownSecrets : ISecrets
{
    public const string Webhook = "whsec_test";

    public Task<string?> Find(string name, CancellationToken cancellation) =>
        Task.FromResult(
            name switch
            {
                "shops-demo-stripe-key" => StripeStandIn.ApiKey,
                "shops-demo-stripe-webhook" => Webhook,
                "shops-demo-wrong-key" => "sk_test_other",
                _ => null,
            }
        );

    public Task<IReadOnlyList<SecretVersion>> Versions(string name, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<SecretVersion>>([]);
}
