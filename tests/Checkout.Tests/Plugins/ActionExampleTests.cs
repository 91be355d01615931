using Checkout.Money;
using Checkout.Orders;
using Checkout.Payments;
using Checkout.Pricing;
using Checkout.Shops;
using Shouldly;
using Xunit;

namespace Checkout.Tests.Plugins;

/// <summary>Every action with the example of its public page as its input (docs/contract/plugins.md#actions).</summary>
public sealed class ActionExampleTests
{
    [Fact]
    public async Task AddShippingLinesValue_Example_EveryLineCostsMoreAndBearsTheText()
    {
        var order = await PluginStage.After(
            """{"success":true,"actions":[{"type":"add_shipping_lines_value","data":{"add":1250,"lineText":"Expedited shipping"}}]}"""
        );
        order.Shipping.Available.Select(l => l.Amount).ShouldBe([2250, 3750]);
        order.Shipping.Selected!.ShouldBe(new("0", "Expedited shipping", 2250, "std"));
    }

    [Fact]
    public async Task ChangeShippingAddress_Example_AddressChangesAndBillingTakesThePreviousOne()
    {
        var order = await PluginStage.After(
            PluginStage.Action(
                "change_shipping_address",
                """
                {"first_name":"John","last_name":"Doe","company":"Bold Commerce Ltd","address":"50 Fultz Blvd","address2":"Another Address Line","phone":"800-555-0100","city":"Winnipeg","province":"Manitoba","province_code":"MB","country":"Canada","country_code":"CA","postal_code":"R3Y 0L6","update_billing":true,"different_billing_address":true}
                """
            )
        );
        order.ShippingAddress!.AddressLine1.ShouldBe("50 Fultz Blvd");
        order.ShippingAddress.AddressLine2.ShouldBe("Another Address Line");
        order.ShippingAddress.BusinessName.ShouldBe("Bold Commerce Ltd");
        order.ShippingAddress.PhoneNumber.ShouldBe("800-555-0100");
        order.BillingAddress!.AddressLine1.ShouldBe("123 Fake Street");
        order.Plugins.DifferentBillingAddress.ShouldBe(true);
    }

    [Fact]
    public async Task MultiplyShippingLinesValue_Example_EveryLineIsMultiplied()
    {
        var order = await PluginStage.After(
            """{"success":true,"actions":[{"type":"multiply_shipping_lines_value","data":{"multiplier":1.25,"lineText":"The royal treatment"}}]}"""
        );
        order
            .Shipping.Available.Select(l => (l.Description, l.Amount))
            .ShouldBe([("The royal treatment", 1250), ("The royal treatment", 3125)]);
    }

    [Fact]
    public async Task SetShippingRate_Example_RateIsSelected()
    {
        var order = await PluginStage.After(
            """{"success":true,"actions":[{"type":"set_shipping_rate","data":{"shipping_rate":{"price":100,"name":"Fixed rate","code":"fixed"}}}]}"""
        );
        order.Shipping.Selected.ShouldBe(new("0", "Fixed rate", 100, "fixed"));
        order.Shipping.Available.ShouldBe([order.Shipping.Selected!]);
        OrderPrice.Of(order).Total.ShouldBe(13_100);
    }

    [Fact]
    public async Task ChangeBillingAddress_Example_AddressChanges()
    {
        var order = await PluginStage.After(
            PluginStage.Action(
                "change_billing_address",
                """
                {"first_name":"John","last_name":"Doe","company":"Bold Commerce Ltd","address":"50 Fultz Blvd","address2":"Another Address Line","phone":"800-555-0100","city":"Winnipeg","province":"Manitoba","province_code":"MB","country":"Canada","country_code":"CA","postal_code":"R3Y 0L6"}
                """
            )
        );
        order.BillingAddress!.City.ShouldBe("Winnipeg");
        order.ShippingAddress!.City.ShouldBe("Destination City");
    }

    [Fact]
    public async Task AddCartParams_Example_ParameterIsSet()
    {
        var order = await PluginStage.After(
            """{"success":true,"actions":[{"type":"add_cart_params","data":{"cart_params":{"custom_value":"test value"}}}]}"""
        );
        order.MetaData.CartParameters["custom_value"].GetString().ShouldBe("test value");
    }

    [Fact]
    public async Task AddNote_Example_NoteIsAppended()
    {
        var order = PluginStage.Order();
        var noted = await PluginStage.After(
            """{"success":true,"actions":[{"type":"add_note","data":{"note":"I'm a note"}}]}""",
            order with
            {
                MetaData = order.MetaData with { Notes = "Ring twice" },
            }
        );
        noted.MetaData.Notes.ShouldBe("Ring twice\nI'm a note");
    }

    [Fact]
    public async Task AddNoteAttribute_Example_AttributeIsSet()
    {
        var order = await PluginStage.After(
            """{"success":true,"actions":[{"type":"add_note_attribute","data":{"name":"example_attribute","value":"Some value"}}]}"""
        );
        order.MetaData.NoteAttributes["example_attribute"].GetString().ShouldBe("Some value");
    }

    [Fact]
    public async Task AddTag_Example_TagIsAdded() =>
        (
            await PluginStage.After("""{"success":true,"actions":[{"type":"add_tag","data":{"name":"this is a tag"}}]}""")
        ).MetaData.Tags.ShouldBe(["this is a tag"]);

    [Fact]
    public async Task SetOrderCreatedBy_Example_SourceIsNamed() =>
        (
            await PluginStage.After("""{"success":true,"actions":[{"type":"set_order_created_by","data":{"created_by":"My Plugin"}}]}""")
        ).CreatedVia.ShouldBe("My Plugin");

    [Fact]
    public async Task DelayPaymentCapture_Example_CaptureIsLeftToTheMerchant()
    {
        var order = await PluginStage.After("""{"success":true,"actions":[{"type":"delay_payment_capture","data":{}}]}""");
        order.Capture!.Mode.ShouldBe(CaptureMode.Manual);
        order.Plugins.CaptureDelayed.ShouldBeTrue();
    }

    [Fact]
    public async Task SetPaymentGateway_Example_GatewaysAreInOrderOfPriority()
    {
        var order = await PluginStage.After(
            """{"success":true,"actions":[{"type":"set_payment_gateway","data":{"gateways":[{"public_id":"last"},{"public_id":"gatewayId2","priority":2},{"public_id":"gatewayId1","priority":1}]}}]}"""
        );
        order.Plugins.GatewayPriorities.ShouldBe([new("gatewayId1", 1), new("gatewayId2", 2), new("last", null)]);
    }

    [Theory]
    [InlineData("override_address_validate", OverrideKinds.AddressValidate, "https://example.com/get-address-validate")]
    [InlineData("override_discount", OverrideKinds.Discount, "https://example.com/get-discount-rates")]
    [InlineData("override_inventory", OverrideKinds.Inventory, "https://example.com/inventory")]
    [InlineData("override_shipping", OverrideKinds.Shipping, "https://example.com/get-shipping-rates")]
    [InlineData("override_tax", OverrideKinds.Tax, "https://example.com/get-tax-rates")]
    public async Task Override_Example_PluginIsAskedFromNowOn(string type, string kind, string url)
    {
        var order = await PluginStage.After(PluginStage.Action(type, $$"""{"url":"{{url}}"}"""));
        order.Plugins.Overrides[kind].ShouldBe(new OrderOverride(url, "p1", "secret:p1"));
    }

    [Fact]
    public async Task AddDisallowedLineItemProperties_Example_PropertiesAreNoted()
    {
        var order = await PluginStage.After(
            PluginStage.Action("add_disallowed_line_item_properties", """{"disallowed_line_item_properties":["is_prepaid","is_gift"]}""")
        );
        order.Plugins.DisallowedLineItemProperties.ShouldBe(["is_prepaid", "is_gift"]);
    }

    [Fact]
    public async Task AddLineItemByPlatformVariant_Example_LineIsAddedAtTheGivenPrice()
    {
        var order = PluginStage.Order();
        var added = await PluginStage.After(
            """{"success":true,"actions":[{"type":"add_line_item_by_platform_variant","data":{"platform_variant_id":9153875214378,"line_item_key":"9153875214378:4853336925a8c06cc1edc0058577aa48","quantity":1,"properties":{"gift_wrap":"yes"},"price":1500,"is_amendment":true}}]}""",
            order with
            {
                LineItems = order.LineItems.RemoveAt(2),
            }
        );
        var line = added.Line("9153875214378:4853336925a8c06cc1edc0058577aa48")!;
        (line.Price, line.Quantity, line.Sku, line.AddedByPlugin, line.IsAmendment).ShouldBe((1500, 1, "WRAP", "p1", true));
        line.Properties["gift_wrap"].GetString().ShouldBe("yes");
    }

    [Theory]
    [InlineData("""{"line_item_key":"9153875214378:4853336925a8c06cc1edc0058577aa48","property":{"name":"color","value":"blue"}}""")]
    [InlineData("""{"line_item_key":"9153875214378:4853336925a8c06cc1edc0058577aa48","name":"color","value":"blue"}""")]
    public async Task AddLineItemProperty_NestedOrFlat_PropertyIsSet(string data)
    {
        var order = await PluginStage.After(PluginStage.Action("add_line_item_property", data));
        order.LineItems[2].Properties["color"].GetString().ShouldBe("blue");
    }

    [Fact]
    public async Task AdjustLineItemPrice_Example_PriceRisesOnceForTheSameEvent()
    {
        const string Answer =
            """{"success":true,"actions":[{"type":"adjust_line_item_price","data":{"line_item_key":"AABBCC123","value":150}}]}""";
        var order = await PluginStage.After(Answer, @event: PluginEventNames.OrderSubmitted);
        order.LineItems[0].Price.ShouldBe(5150);
        (await PluginStage.After(Answer, order, PluginEventNames.OrderSubmitted)).LineItems[0].Price.ShouldBe(5150);
    }

    [Fact]
    public async Task DiscountLineItems_Example_LineIsTenPercentOff()
    {
        var order = await PluginStage.After(
            PluginStage.Action(
                "discount_line_items",
                """{"line_item_keys":["17255784153145:88efe753c99a31ae7059ff6089dd1c7c"],"value":10,"line_text":"This is a plugin discount","discount_type":"percentage"}"""
            )
        );
        OrderPrice
            .Of(order)
            .Lines[1]
            .Discounts.ShouldHaveSingleItem()
            .ShouldBe(new(order.Discounts[0].Id, "", "This is a plugin discount", 200, DiscountSources.Cart));
    }

    [Fact]
    public async Task RemoveLineItemByKey_Example_OnlyTheLineThatThePluginAddedGoes()
    {
        const string Answer = """{"success":true,"actions":[{"type":"remove_line_item_by_key","data":{"line_item_key":"AABBCC123"}}]}""";
        var order = PluginStage.Order();
        (await PluginStage.After(Answer, order)).LineItems.Length.ShouldBe(3);
        var added = order with { LineItems = order.LineItems.SetItem(0, order.LineItems[0] with { AddedByPlugin = "p1" }) };
        (await PluginStage.After(Answer, added)).Line("AABBCC123").ShouldBeNull();
    }

    [Theory]
    [InlineData("set_line_item_preorder")]
    [InlineData("set_line_item_pre_order")]
    public async Task SetLineItemPreOrder_EitherSpelling_LineIsAPreOrder(string type) =>
        (await PluginStage.After(PluginStage.Action(type, """{"line_item_key":"AABBCC123","pre_order":true}""")))
            .LineItems[0]
            .IsPreOrder.ShouldBeTrue();

    [Fact]
    public async Task SetLineItemPrice_Example_PriceIsSet() =>
        (
            await PluginStage.After(
                """{"success":true,"actions":[{"type":"set_line_item_price","data":{"line_item_key":"AABBCC123","value":150}}]}"""
            )
        )
            .LineItems[0]
            .Price.ShouldBe(150);

    [Fact]
    public async Task SetLineItemShippingAddress_Example_LineHasItsOwnAddress()
    {
        var order = await PluginStage.After(
            PluginStage.Action(
                "set_line_item_shipping_address",
                """
                {"line_item_key":"AABBCC123","first_name":"John","last_name":"Doe","company":"Bold Commerce Ltd","address":"50 Fultz Blvd","address2":"Another Address Line","phone":"800-555-0100","city":"Winnipeg","province":"Manitoba","province_code":"MB","country":"Canada","country_code":"CA","postal_code":"R3Y 0L6"}
                """
            )
        );
        order.LineItems[0].ShippingAddress!.City.ShouldBe("Winnipeg");
        order.ShippingAddress!.City.ShouldBe("Destination City");
    }

    [Fact]
    public async Task SetLineItemTaxable_Example_LineIsNotTaxable() =>
        (
            await PluginStage.After(
                """{"success":true,"actions":[{"type":"set_line_item_taxable","data":{"line_item_key":"AABBCC123","taxable":false}}]}"""
            )
        )
            .LineItems[0]
            .Taxable.ShouldBeFalse();

    [Fact]
    public async Task AddFee_Example_FixedFeeInMajorUnits()
    {
        var order = await PluginStage.After(
            """{"success":true,"actions":[{"type":"add_fee","data":{"id":"gift-wrap-123","line_text":"Gift wrapping","fee_type":"fixed","taxable":true,"value":1.5,"is_amendment":false}}]}"""
        );
        order.Fees.ShouldBe([
            new OrderFee("gift-wrap-123", "Gift wrapping", AmountKind.Fixed, 150, true) { Source = "PLUGIN", PluginUuid = "p1" },
        ]);
    }

    [Fact]
    public async Task AddFee_Percentage_IsOfTheSubtotal()
    {
        var order = await PluginStage.After(
            PluginStage.Action("ADD_FEE", """{"id":"f","line_text":"Service","fee_type":"percentage","taxable":"true","value":"10"}""")
        );
        OrderPrice.Of(order).Fees.ShouldHaveSingleItem().Amount.ShouldBe(1300);
    }

    [Fact]
    public async Task DelayPlatformOrder_Example_OrderWaitsAndIsAmendable()
    {
        var order = await PluginStage.After("""{"success":true,"actions":[{"type":"delay_platform_order","data":{"seconds":120}}]}""");
        (order.Plugins.DelayPlatformOrderSeconds, order.Plugins.Amendable).ShouldBe((120, true));
        (
            await PluginStage.After(PluginStage.Action("delay_platform_order", """{"seconds":900}"""))
        ).Plugins.DelayPlatformOrderSeconds.ShouldBe(600);
    }

    [Fact]
    public async Task DisableOrderConfirmationEmail_Example_NoReceiptIsSent()
    {
        var order = await PluginStage.After("""{"success":true,"actions":[{"type":"disable_order_confirmation_email","data":{}}]}""");
        (order.SendReceipt, order.Plugins.OrderConfirmationEmailDisabled).ShouldBe((false, true));
    }

    [Fact]
    public async Task DiscountCart_Example_PercentageThenFixedAmount()
    {
        var order = await PluginStage.After(
            """
            {"success":true,"actions":[
            // Discount by percentage
            {"type":"DISCOUNT_CART","data":{"discountType":"percentage","discountPercentage":5, // 5% of order total
            "transformationMessage":"Money saved","platform_display_text":"Money saved by plugin"}},
            // Discount by fixed amount
            {"type":"DISCOUNT_CART","data":{"discountType":"fixed","discountAmount":500,"transformationMessage":"Here's a bonus discount!","platform_display_text":"Money saved by plugin"}}
            ]}
            """
        );
        OrderPrice.Of(order).Discounts.Select(d => (d.Text, d.Value)).ShouldBe([("Money saved", 650), ("Here's a bonus discount!", 500)]);
        order.Discounts.ShouldAllBe(d => d.PlatformDisplayText == "Money saved by plugin");
    }

    [Fact]
    public async Task FlagOrderAsBopis_Example_OrderGoesToTheStore()
    {
        var order = await PluginStage.After(
            """{"success":true,"actions":[{"type":"flag_order_as_bopis","data":{"flag_order_as_bopis":true,"hidden_sections":{"shipping_address":true,"saved_addresses":true}}}]}"""
        );
        order.ShippingAddress!.AddressLine1.ShouldBe("123 Warehouse Road");
        order.Plugins.Bopis!.HiddenSections.ShouldContainKeyAndValue("saved_addresses", true);
        order.RequiresShipping.ShouldBeFalse();
        order.Shipping.Selected.ShouldBeNull();
    }

    [Fact]
    public async Task RemoveFee_Example_FeeIsGone()
    {
        var order = PluginStage.Order();
        var removed = await PluginStage.After(
            """{"success":true,"actions":[{"type":"remove_fee","data":{"id":"gift-wrap-123"}}]}""",
            order with
            {
                Fees = [new OrderFee("gift-wrap-123", "Gift wrapping", AmountKind.Fixed, 150, true) { PluginUuid = "p1" }],
            }
        );
        removed.Fees.ShouldBeEmpty();
    }

    [Fact]
    public async Task RequireAmendable_Example_OrderIsAmendable() =>
        (
            await PluginStage.After("""{"success":true,"actions":[{"type":"require_amendable","data":{}}]}""")
        ).Plugins.Amendable.ShouldBeTrue();

    [Fact]
    public async Task SetCurrency_Example_RateTouchesEverythingButPrices()
    {
        var order = PluginStage.Order() with { Fees = [new OrderFee("f", "Fee", AmountKind.Fixed, 1000, false)] };
        var set = await PluginStage.After(
            PluginStage.Action("set_currency", """{"currency":"USD","rate":1.2567,"format_string":"${{amount}}"}"""),
            order
        );
        set.Currency.ShouldBe(new OrderCurrency("USD", 1.2567m, "${{amount}}"));
        set.LineItems.ShouldBe(order.LineItems);
        set.Shipping.Available.Select(l => l.Amount).ShouldBe([1257, 3142]);
        OrderPrice.Of(set).Fees[0].Amount.ShouldBe(1257);
    }

    [Fact]
    public async Task SetCurrency_YenInADollarShop_MinorUnitsAreYen()
    {
        var order = await PluginStage.After(
            PluginStage.Action("set_currency", """{"currency":"JPY","rate":150,"format_string":"¥{{amount}}"}""")
        );
        order.Shipping.Selected!.Amount.ShouldBe(1500);
    }

    [Fact]
    public async Task SetDisplayCurrency_Example_NothingIsReckonedWithIt()
    {
        var order = await PluginStage.After(
            PluginStage.Action("set_display_currency", """{"currency":"GBP","rate":1.252005,"format_string":"£{{amount}}"}""")
        );
        order.DisplayCurrency.ShouldBe(new OrderCurrency("GBP", 1.252005m, "£{{amount}}"));
        OrderPrice.Of(order).Total.ShouldBe(OrderPrice.Of(PluginStage.Order()).Total);
    }

    [Fact]
    public async Task SetGatewayCurrency_ExampleForAnOrderInPounds_GatewayCurrencyIsTaken()
    {
        var order = await PluginStage.After(
            """{"success":true,"actions":[{"type":"set_currency","data":{"currency":"GBP","rate":0.8}},{"type":"set_gateway_currency","data":{"currency":"GBP"}}]}"""
        );
        order.GatewayCurrency.ShouldBe("GBP");
        OfferedGateways.Of(order, PluginStage.Shop()).Select(g => g.PublicId).ShouldBe(["gatewayId2"]);
        (
            await PluginStage.After(PluginStage.Action("set_currency", """{"currency":"EUR","rate":0.9}"""), order)
        ).GatewayCurrency.ShouldBeNull();
    }

    [Fact]
    public async Task SetGatewayCurrency_ExampleForAnOrderInDollars_IsRefusedSinceDollarsWouldBeCharged()
    {
        var order = await PluginStage.After(PluginStage.Action("set_gateway_currency", """{"currency":"GBP"}"""));
        order.GatewayCurrency.ShouldBeNull();
        order.NewTimeline.ShouldHaveSingleItem().Detail!.ShouldContain("would be charged in it");
    }

    [Fact]
    public async Task SetSplitOrderCondition_Example_ConditionIsKept()
    {
        var order = await PluginStage.After(
            """{"success":true,"actions":[{"type":"set_split_order_condition","data":{"split_order_policy":"CREATE_NEW_ORDER","split_order_condition_type":"PREORDER","policy_types":{"Billing":"NEW_AUTH","ShippingCost":"ORDER_COUNT","Discount":"ORDER_VALUE"}}}]}"""
        );
        order.Plugins.SplitConditions.ShouldBe([
            new SplitCondition("CREATE_NEW_ORDER", "PREORDER", "NEW_AUTH", "ORDER_COUNT", "ORDER_VALUE"),
        ]);
    }
}
