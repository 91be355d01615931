using Checkout.Addresses;
using Checkout.Payments;
using Checkout.Shops;
using Checkout.Testing.Stripe;
using Shouldly;
using Xunit;

namespace Checkout.Gateways.Tests.Stripe;

public sealed class StripeShopperTests
{
    private static readonly GatewayShopper Alex = new()
    {
        CustomerId = "customer-1",
        EmailAddress = "alex.roy@example.com",
        Name = "Alex Roy",
        ShippingAddress = new Address
        {
            FirstName = "Sam",
            LastName = "Roy",
            AddressLine1 = "50 Fultz Boulevard",
            City = "Winnipeg",
            ProvinceCode = "MB",
            PostalCode = "R3Y 0L6",
            CountryCode = "CA",
            PhoneNumber = "204 555 0123",
        },
    };

    [Fact]
    public async Task Authorize_OrderAndShopper_AreToldToStripe()
    {
        await using var shop = await StripeShop.Open();
        var gateway = With(shop.Settings, ("statement_descriptor_suffix", "CHEESE * SHOP"));

        await shop.Gateway.Authorize(
            shop.Authorization("pm_card_visa") with
            {
                Gateway = gateway,
                Shopper = Alex,
                OrderNumber = 1234567890123456,
            },
            default
        );

        var sent = shop.StandIn.Requests.ShouldHaveSingleItem().Fields;
        sent["receipt_email"].ShouldBe("alex.roy@example.com");
        sent["description"].ShouldBe("Order 1234567890123456");
        sent["metadata[order_id]"].ShouldBe("1234567890123456");
        sent["statement_descriptor_suffix"].ShouldBe("CHEESE  SHOP");
        sent["shipping[name]"].ShouldBe("Sam Roy");
        sent["shipping[address][line1]"].ShouldBe("50 Fultz Boulevard");
        sent["shipping[address][state]"].ShouldBe("MB");
        sent["shipping[phone]"].ShouldBe("204 555 0123");
        sent["use_stripe_sdk"].ShouldBe("true");
        sent.Keys.ShouldNotContain("customer");
        sent.Keys.ShouldNotContain("setup_future_usage");
    }

    [Fact]
    public async Task Authorize_NothingKnownOfTheShopper_SendsNoEmptyFields()
    {
        await using var shop = await StripeShop.Open();

        (
            await shop.Gateway.Authorize(
                shop.Authorization("pm_card_visa") with
                {
                    Shopper = new GatewayShopper { ShippingAddress = new Address { City = "Winnipeg" } },
                },
                default
            )
        ).Kind.ShouldBe(GatewayOutcomeKind.Succeeded);

        shop.StandIn.Requests.ShouldHaveSingleItem()
            .Fields.Keys.ShouldNotContain(k =>
                k.StartsWith("shipping", StringComparison.Ordinal) || k == "receipt_email" || k == "description"
            );
    }

    [Fact]
    public async Task Authorize_ReceiptsOff_SendsNoEmail()
    {
        await using var shop = await StripeShop.Open();

        await shop.Gateway.Authorize(
            shop.Authorization("pm_card_visa") with
            {
                Gateway = With(shop.Settings, ("receipts", "off")),
                Shopper = Alex,
            },
            default
        );

        shop.StandIn.Requests.ShouldHaveSingleItem().Fields.Keys.ShouldNotContain("receipt_email");
    }

    [Fact]
    public async Task Authorize_KeptCard_IsChargedAgainWithoutItsOwner()
    {
        await using var shop = await StripeShop.Open();
        var kept = await shop.Gateway.Authorize(shop.Authorization("pm_card_visa") with { Shopper = Alex, Retain = true }, default);

        var again = await shop.Gateway.Authorize(
            shop.Authorization(kept.ReusableToken!, key: "authorize-2") with
            {
                PublicOrderId = "order-2",
                Shopper = Alex,
                IsOffSession = true,
            },
            default
        );

        (kept.Brand, kept.LastFour, kept.Expiration, kept.ReusableToken).ShouldBe(("visa", "4242", "04/2034", "cus_1/pm_1"));
        (again.Kind, again.ReusableToken).ShouldBe((GatewayOutcomeKind.Succeeded, "cus_1/pm_1"));
        shop.StandIn.Ledger.Held.ShouldBe(10000);
        var (first, second) = (Intents(shop)[0], Intents(shop)[1]);
        (first["customer"], first["setup_future_usage"]).ShouldBe(("cus_1", "off_session"));
        (second["customer"], second["payment_method"], second["off_session"]).ShouldBe(("cus_1", "pm_1", "true"));
        second.Keys.ShouldNotContain("setup_future_usage");
    }

    [Fact]
    public async Task Authorize_KeptCardWhoseBankWantsItsOwner_DeclinesOffSessionAndAsksOnSession()
    {
        await using var shop = await StripeShop.Open();
        var needs = await shop.Gateway.Authorize(
            shop.Authorization("pm_card_authenticationRequired") with
            {
                Shopper = Alex,
                Retain = true,
            },
            default
        );
        shop.StandIn.Ledger.Challenge(needs.Reference!, passed: true);
        var kept = await shop.Gateway.Confirm(
            new GatewayConfirmation(shop.Settings, "shop", Asked.Order, "payment-1", "authorize-1", needs.Reference!),
            default
        );

        var away = await shop.Gateway.Authorize(
            shop.Authorization(kept.ReusableToken!, key: "authorize-2") with
            {
                IsOffSession = true,
            },
            default
        );
        var there = await shop.Gateway.Authorize(shop.Authorization(kept.ReusableToken!, key: "authorize-3"), default);

        (away.Kind, away.Code).ShouldBe((GatewayOutcomeKind.Declined, "authentication_required"));
        there.Kind.ShouldBe(GatewayOutcomeKind.NeedsAction);
    }

    [Fact]
    public async Task Authorize_SecondCardOfTheSameCustomer_IsKeptWithTheSameStripeCustomer()
    {
        await using var shop = await StripeShop.Open();

        await shop.Gateway.Authorize(shop.Authorization("pm_card_visa") with { Shopper = Alex, Retain = true }, default);
        var second = await shop.Gateway.Authorize(
            shop.Authorization("pm_card_mastercard", key: "authorize-2") with
            {
                Shopper = Alex,
                Retain = true,
            },
            default
        );
        var other = await shop.Gateway.Authorize(
            shop.Authorization("pm_card_visa", key: "authorize-3") with
            {
                Shopper = Alex with { CustomerId = "customer-2" },
                Retain = true,
            },
            default
        );

        second.ReusableToken.ShouldBe("cus_1/pm_2");
        other.ReusableToken.ShouldBe("cus_2/pm_3");
    }

    [Fact]
    public async Task Authorize_GuestWhoWantsTheCardKept_KeepsNone()
    {
        await using var shop = await StripeShop.Open();

        var outcome = await shop.Gateway.Authorize(
            shop.Authorization("pm_card_visa") with
            {
                Shopper = Alex with { CustomerId = "" },
                Retain = true,
            },
            default
        );

        (outcome.Kind, outcome.ReusableToken, shop.StandIn.Ledger.Customers).ShouldBe((GatewayOutcomeKind.Succeeded, null, 0));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("order", "cus_1/pm_1")]
    public async Task Authorize_CardReuse_DecidesWhetherAHoldCanBeToppedUp(string setting, string? token)
    {
        await using var shop = await StripeShop.Open();
        var gateway = With(shop.Settings, ("card_reuse", setting));

        var held = await shop.Gateway.Authorize(shop.Authorization("pm_card_visa") with { Gateway = gateway }, default);
        var more = await shop.Gateway.Authorize(
            shop.Authorization(held.ReusableToken ?? "pm_1", 700, "authorize-2") with
            {
                Gateway = gateway,
                IsOffSession = true,
            },
            default
        );

        held.ReusableToken.ShouldBe(token);
        more.Kind.ShouldBe(token is null ? GatewayOutcomeKind.Declined : GatewayOutcomeKind.Succeeded);
        shop.StandIn.Ledger.Held.ShouldBe(token is null ? 5000 : 5700);
    }

    [Fact]
    public async Task Authorize_ShopperChangedAfterALostAnswer_FindsTheHoldInsteadOfDeclining()
    {
        await using var shop = await StripeShop.Open();
        var asked = shop.Authorization("pm_card_visa") with { Shopper = Alex, IntendedAt = DateTimeOffset.UtcNow };
        shop.StandIn.Fail(StandInFault.BreakAfterWork, StandInFault.BreakAfterWork, StandInFault.BreakAfterWork);

        var lost = await shop.Gateway.Authorize(asked, default);
        var found = await shop.Gateway.Authorize(asked with { Shopper = Alex with { EmailAddress = "other@example.com" } }, default);

        lost.Kind.ShouldBe(GatewayOutcomeKind.Unknown);
        (found.Kind, found.Reference).ShouldBe((GatewayOutcomeKind.Succeeded, "pi_1"));
        (shop.StandIn.Ledger.Count, shop.StandIn.Ledger.Held).ShouldBe((1, 5000));
    }

    [Fact]
    public async Task Authorize_KeptCardOfAChangedShopperAfterALostAnswer_HoldsOnce()
    {
        await using var shop = await StripeShop.Open();
        var asked = shop.Authorization("pm_card_visa") with { Shopper = Alex, Retain = true, IntendedAt = DateTimeOffset.UtcNow };
        shop.StandIn.Fail(
            StandInFault.None,
            StandInFault.None,
            StandInFault.BreakAfterWork,
            StandInFault.BreakAfterWork,
            StandInFault.BreakAfterWork
        );

        (await shop.Gateway.Authorize(asked, default)).Kind.ShouldBe(GatewayOutcomeKind.Unknown);
        var found = await shop.Gateway.Authorize(asked with { Shopper = Alex with { EmailAddress = "other@example.com" } }, default);

        (found.Kind, found.ReusableToken).ShouldBe((GatewayOutcomeKind.Succeeded, "cus_1/pm_1"));
        shop.StandIn.Ledger.Held.ShouldBe(5000);
    }

    [Fact]
    public async Task Authorize_RiskyCharge_SaysSo()
    {
        await using var shop = await StripeShop.Open();

        var elevated = await shop.Gateway.Authorize(shop.Authorization("pm_card_riskLevelElevated"), default);
        var usual = await shop.Gateway.Authorize(shop.Authorization("pm_card_visa", key: "authorize-2"), default);

        (elevated.Kind, elevated.Risk).ShouldBe((GatewayOutcomeKind.Succeeded, "risk elevated 67"));
        usual.Risk.ShouldBeNull();
    }

    [Theory]
    [InlineData("", null, "card")]
    [InlineData("card, link, klarna", "https://shop.example.com/checkout", "card link klarna")]
    [InlineData("card, link, klarna", null, "card link")]
    [InlineData("ideal", "https://shop.example.com/checkout", "card")]
    public async Task Authorize_PaymentMethodTypes_AreThoseThatCanBeHeldAndCanComeBack(string setting, string? back, string sent)
    {
        await using var shop = await StripeShop.Open();
        var gateway = With(shop.Settings, ("payment_method_types", setting.Length > 0 ? setting : "card"));

        await shop.Gateway.Authorize(shop.Authorization("pm_card_visa") with { Gateway = gateway, ReturnUrl = back }, default);

        var fields = shop.StandIn.Requests.ShouldHaveSingleItem().Fields;
        fields
            .Where(f => f.Key.StartsWith("allowed_payment_method_types", StringComparison.Ordinal))
            .Select(f => f.Value)
            .ShouldBe(sent.Split(' '));
        fields.GetValueOrDefault("return_url").ShouldBe(sent.Contains("klarna", StringComparison.Ordinal) ? back : null);
    }

    private static List<IReadOnlyDictionary<string, string>> Intents(StripeShop shop) =>
        [.. shop.StandIn.Requests.Where(r => r is { Method: "POST", Path: "/v1/payment_intents" }).Select(r => r.Fields)];

    private static GatewaySettings With(GatewaySettings gateway, params ReadOnlySpan<(string Name, string Value)> more)
    {
        foreach (var (name, value) in more)
            gateway = gateway with { Settings = gateway.Settings.SetItem(name, value) };
        return gateway;
    }
}
