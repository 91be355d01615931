using System.Collections.Immutable;
using Checkout.Http.Frame;
using Checkout.Testing.Architecture;
using Shouldly;
using Xunit;

namespace Checkout.Http.Tests.Architecture;

public sealed class RoomTests
{
    private static readonly RoomOrder Order = new(
        "Checkout.Http.Frame.Json",
        "Checkout.Http.Frame",
        "Checkout.Http.Frame.SignIn",
        "Checkout.Http.Dialects.Bold",
        "Checkout.Http.Dialects.BigCommerce",
        "Checkout.Http.Pipeline.Telemetry",
        "Checkout.Http.Pipeline",
        "Checkout.Http.Pipeline.ApiDocuments",
        "Checkout.Http.Outgoing",
        "Checkout.Http.Plugins",
        "Checkout.Http.Storefront",
        "Checkout.Http.PaymentFrame",
        "Checkout.Http.Storefront.Batches",
        "Checkout.Http.Storefront.Addresses",
        "Checkout.Http.Storefront.Customers",
        "Checkout.Http.Storefront.Discounts",
        "Checkout.Http.Storefront.Inventory",
        "Checkout.Http.Storefront.Items",
        "Checkout.Http.Storefront.Logs",
        "Checkout.Http.Storefront.MetaData",
        "Checkout.Http.Storefront.Orders",
        "Checkout.Http.Storefront.Payments",
        "Checkout.Http.Storefront.Plugins",
        "Checkout.Http.Storefront.Shipping",
        "Checkout.Http.Storefront.Taxes",
        "Checkout.Http.Storefront.WalletPay",
        "Checkout.Http.Backend",
        "Checkout.Http.Backend.CreateOrder",
        "Checkout.Http.Backend.Customers",
        "Checkout.Http.Backend.Fulfillment",
        "Checkout.Http.Backend.Inventory",
        "Checkout.Http.Backend.Orders",
        "Checkout.Http.Backend.Work",
        "Checkout.Http.Backend.Summary",
        "Checkout.Http.Backend.Exports",
        "Checkout.Http.Backend.Letters",
        "Checkout.Http.Backend.Payments",
        "Checkout.Http.Backend.SimpleOrders",
        "Checkout.Http.Backend.Shops",
        "Checkout.Http.Pages",
        "Checkout.Http.Backend.WalletPay",
        "Checkout.Http.BigCommerce",
        "Checkout.Http.BigCommerce.Visiting",
        "Checkout.Http.BigCommerce.Settings",
        "Checkout.Http.BigCommerce.Carts",
        "Checkout.Http.BigCommerce.Customers",
        "Checkout.Http.BigCommerce.Placing",
        "Checkout.Http.Administration.Shops",
        "Checkout.Http.Administration",
        "Checkout.Http.Administration.Letters",
        "Checkout.Http.Administration.Products",
        "Checkout.Http.Administration.GiftCards",
        "Checkout.Http.Administration.Customers",
        "Checkout.Http.Administration.Tokens",
        "Checkout.Http.Health",
        "Checkout.Http.Hosting"
    );

    [Fact]
    public void Wire_UsesOnlyRoomsBelow() => Order.Violations(OwnArrows).ShouldBeEmpty();

    [Fact]
    public void Wire_HasNoCircleOfNamespaces() => RoomOrder.Circles(OwnArrows).ShouldBeEmpty();

    [Fact]
    public void Wire_IsRead() =>
        OwnArrows.ShouldContain(arrow => arrow.From == "Checkout.Http.Storefront.Payments" && arrow.To == "Checkout.Http.Frame");

    private static ImmutableArray<Arrow> OwnArrows { get; } = Arrows.Of(typeof(Endpoint).Assembly);
}
