using System.Collections.Immutable;
using Checkout.Testing.Architecture;
using Shouldly;
using Xunit;

namespace Checkout.Tests.Architecture;

public sealed class RoomTests
{
    private const string Ground = "Checkout.Tests.Architecture.Ground";
    private const string Upper = "Checkout.Tests.Architecture.Upper";

    private static readonly RoomOrder Order = new(
        "Checkout",
        "Checkout.Documents",
        "Checkout.Faults",
        "Checkout.Money",
        "Checkout.Addresses",
        "Checkout.Catalog",
        "Checkout.Orders",
        "Checkout.Shops",
        "Checkout.Pricing",
        "Checkout.Changing.Shipping",
        "Checkout.Changing.Addresses",
        "Checkout.Changing.Cart",
        "Checkout.Changing.Customers",
        "Checkout.Changing.Discounts",
        "Checkout.Changing.Taxes",
        "Checkout.Changing.MetaData",
        "Checkout.Changing.Fulfillment",
        "Checkout.Changing.Canceling",
        "Checkout.Changing.GiftCertificates",
        "Checkout.Changing.Notes",
        "Checkout.Changing.Erasing",
        "Checkout.Changing.Hydrating",
        "Checkout.Changing.Placing",
        "Checkout.Payments.Splitting",
        "Checkout.Payments",
        "Checkout.Payments.TestGateway",
        "Checkout.Viewing",
        "Checkout.Letters",
        "Checkout.Stores",
        "Checkout.Running",
        "Checkout.Plugins.Actions.Rules",
        "Checkout.Plugins.Actions",
        "Checkout.Plugins.Calls",
        "Checkout.Plugins.Overrides",
        "Checkout.Plugins",
        "Checkout.Platforms",
        "Checkout.Journeys.Beginning",
        "Checkout.Journeys.Reserving",
        "Checkout.Journeys.Settling",
        "Checkout.Journeys.Completing",
        "Checkout.Journeys.Submitting",
        "Checkout.Journeys.CreateOrder",
        "Checkout.Journeys.Reconciling",
        "Checkout.Journeys.Erasing",
        "Checkout.Webhooks",
        "Checkout.Hosting"
    );

    [Fact]
    public void Domain_UsesOnlyRoomsBelow() => Order.Violations(OwnArrows).ShouldBeEmpty();

    [Fact]
    public void Domain_HasNoCircleOfNamespaces() => RoomOrder.Circles(OwnArrows).ShouldBeEmpty();

    [Fact]
    public void Domain_IsRead()
    {
        OwnArrows.ShouldContain(arrow => arrow.From == "Checkout.Journeys.Settling" && arrow.To == "Checkout.Payments");
        OwnArrows.Select(arrow => arrow.From).Distinct().Count().ShouldBeGreaterThan(30);
    }

    [Fact]
    public void StateThatUsesAJourney_IsReadFromItsCodeAndRefused()
    {
        var arrows = HandMadeArrows;

        new RoomOrder(Ground, Upper).Violations(arrows).ShouldBe([$"{Ground} -> {Upper} (State uses Journey)"]);
        RoomOrder.Circles(arrows).ShouldBe([Ground, Upper]);
    }

    [Fact]
    public void RoomOutsideTheOrder_IsRefused() =>
        new RoomOrder(Ground).Violations(HandMadeArrows).ShouldContain($"{Upper} has no place in the order.");

    private static ImmutableArray<Arrow> OwnArrows { get; } = Arrows.Of(typeof(Problem).Assembly);

    private static ImmutableArray<Arrow> HandMadeArrows { get; } =
    [.. Arrows.Of(typeof(RoomTests).Assembly).Where(arrow => arrow.From is Ground or Upper && arrow.To is Ground or Upper)];
}
