using System.Collections;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Checkout.Orders;
using CsCheck;

namespace Checkout.AzureStorage.Tests.Orders;

public sealed class OrderDocumentTests
{
    [Fact]
    public void Read_WhatWasWritten_LosesNothing()
    {
        var document = OrderDocument.Write(SampleOrder.Rich());
        var read = OrderDocument.Read(document.Span);

        JsonNode.DeepEquals(JsonNode.Parse(OrderDocument.Write(read).Span), JsonNode.Parse(document.Span)).ShouldBeTrue();
        read.LineItems[0].Properties["nested"].GetRawText().ShouldContain("12345678901234567890.125");
        read.ProcessedAt.ShouldBe(SampleOrder.Rich().ProcessedAt);
        read.DisplayCurrency.ShouldBe(SampleOrder.Rich().DisplayCurrency);
        read.Capture.ShouldBe(SampleOrder.Rich().Capture);
        read.Payments[0].Transactions[0].ShouldBe(SampleOrder.Rich().Payments[0].Transactions[0]);
        read.Journal!.Commands[0].Problems[0].ShouldBe(Problem.Upstream("gateway", "No answer."));
    }

    [Fact]
    public void Read_AnyTextAndAmounts_ComeBackAsTheyWere() =>
        Gen.Select(Gen.String, Gen.Long, Gen.Decimal, Gen.Int)
            .Sample(
                (text, amount, rate, quantity) =>
                {
                    // A lone surrogate is no text: JSON cannot hold it.
                    var valid = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
                    var line = SampleOrder.New().LineItems[0] with { Key = valid, Price = amount, Quantity = quantity };
                    var order = SampleOrder.New() with { LineItems = [line], Currency = new OrderCurrency("CAD", rate, valid) };
                    var read = OrderDocument.Read(OrderDocument.Write(order).Span);
                    return read.Currency == order.Currency
                        && read.LineItems[0].Key == valid
                        && read.LineItems[0].Price == amount
                        && read.LineItems[0].Quantity == quantity;
                }
            );

    [Fact]
    public void Read_WhatPluginsArrangedWithoutItsOptionalParts_ComesBack()
    {
        var plugins = new PluginState
        {
            Overrides = ImmutableDictionary<string, OrderOverride>.Empty.Add(
                "tax",
                new OrderOverride("https://example.com/tax", PluginUuid: null)
            ),
            ShippingAdjustments = [new ShippingAdjustment(1, 500, LineText: null)],
            GatewayPriorities = [new GatewayPriority("gateway", Priority: null)],
        };

        var read = OrderDocument.Read(OrderDocument.Write(SampleOrder.New() with { Plugins = plugins }).Span).Plugins;

        read.Overrides["tax"].ShouldBe(plugins.Overrides["tax"]);
        read.ShippingAdjustments.ShouldBe(plugins.ShippingAdjustments);
        read.GatewayPriorities.ShouldBe(plugins.GatewayPriorities);
    }

    [Fact]
    public void Read_DocumentFromBeforePropertiesExisted_KeepsTheirInitialValues()
    {
        var order = OrderDocument.Read(
            """
            {"public_order_id":"o","shop_identifier":"s","order_id":1,"currency":{"code":"CAD"},"created_at":"2026-01-01T00:00:00Z",
             "line_items":[{"key":"a","id":"1"}],"discounts":[{"id":"d","code":"C","text":"t","target":"order","kind":"fixed","value":1}]}
            """u8
        );

        order.Currency.Scale.ShouldBe(1m);
        order.Currency.Rate.ShouldBe(1m);
        order.CreatedVia.ShouldBe("checkout");
        order.LineItems[0].Taxable.ShouldBeTrue();
        order.LineItems[0].Fees.IsDefault.ShouldBeFalse();
        order.Discounts[0].Source.ShouldBe("coupon");
        order.Discounts[0].LineItemKeys.IsDefault.ShouldBeFalse();
        NoneIsDefault(order);
    }

    [Fact]
    public void Read_DocumentWithoutSchema_IsUpgraded()
    {
        var document = JsonNode.Parse(OrderDocument.Write(SampleOrder.New()).Span)!;
        document["schema_version"] = 0;
        OrderDocument.Read(Encoding.UTF8.GetBytes(document.ToJsonString())).SchemaVersion.ShouldBe(Order.CurrentSchema);
    }

    [Fact]
    public void Read_DocumentOfNewerSchema_IsRefused()
    {
        var newer = OrderDocument.Write(SampleOrder.New() with { SchemaVersion = Order.CurrentSchema + 1 });
        Should.Throw<JsonException>(() => OrderDocument.Read(newer.Span)).Message.ShouldContain("schema");
    }

    [Fact]
    public void Write_RecordedButNotCommitted_IsNotPartOfTheState()
    {
        var order = SampleOrder.New().Record("order.created", SampleOrder.Occasion, detail: "unwritten");
        Encoding.UTF8.GetString(OrderDocument.Write(order).Span).ShouldNotContain("unwritten");
    }

    private static void NoneIsDefault(object part)
    {
        foreach (var property in part.GetType().GetProperties().Where(p => p.GetIndexParameters().Length == 0))
        {
            if (property.PropertyType.Name.StartsWith("ImmutableArray", StringComparison.Ordinal))
            {
                var array = property.GetValue(part)!;
                ((bool)array.GetType().GetProperty("IsDefault")!.GetValue(array)!).ShouldBeFalse($"{part.GetType().Name}.{property.Name}");
                foreach (var item in (IEnumerable)array)
                    if (item.GetType().Namespace?.StartsWith("Checkout", StringComparison.Ordinal) is true)
                        NoneIsDefault(item);
            }
            else if (
                property.PropertyType is { IsClass: true, Namespace: { } space }
                && space.StartsWith("Checkout", StringComparison.Ordinal)
                && property.GetValue(part) is { } child
            )
            {
                NoneIsDefault(child);
            }
        }
    }
}
