using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Checkout.Local.Tests.Payments;
using Checkout.Orders;
using Checkout.Pricing;
using Checkout.Stores;
using Checkout.Testing;
using Shouldly;
using Xunit;

namespace Checkout.Local.Tests.BackOffice;

/// <summary>Files for the books.</summary>
[Collection(LocalCheckouts.Name)]
public sealed class ExportTests(LocalCheckout checkout)
{
    [Fact]
    public async Task Exports_OfOrdersThatWerePlaced_AddUpToTheOrders()
    {
        var shop = await Shop();
        await Shopping.Begin(checkout, shop);
        var orders = new List<Order>();
        for (var i = 0; i < 3; i++)
        {
            var order = await Shopping.Processed(checkout, shop, "tok_visa");
            (await order.BackOffice(HttpMethod.Post, "payments/capture/full", [])).Status.ShouldBe(200);
            (
                await order.BackOffice(HttpMethod.Post, "refunds", new JsonObject { ["amount"] = 100 + i, ["reason"] = "late" })
            ).Status.ShouldBe(200);
            orders.Insert(0, await order.Stored());
        }

        var listed = await Lines(shop, "orders");
        var payments = await Lines(shop, "payments");
        var refunds = await Lines(shop, "refunds");
        var taxes = await Lines(shop, "tax_lines");

        listed.Select(row => row["public_order_id"]!.GetValue<string>()).ShouldBe(orders.Select(o => o.PublicOrderId));
        foreach (var row in listed)
            (
                Number(row, "subtotal")
                - Number(row, "discounts")
                + Number(row, "fees")
                + Number(row, "shipping")
                + Number(row, "taxes_added")
            ).ShouldBe(Number(row, "order_total"));
        payments
            .Sum(row => row["kind"]!.GetValue<string>() == "capture" ? Number(row, "amount") : 0)
            .ShouldBe(orders.Sum(o => o.Payments.Sum(p => p.Captured)));
        refunds.Select(row => Number(row, "amount")).ShouldBe([102, 101, 100]);
        refunds.ShouldAllBe(row => row["reason"]!.GetValue<string>() == "late" && row["status"]!.GetValue<string>() == "succeeded");
        taxes.Sum(row => Number(row, "amount")).ShouldBe(orders.Sum(o => OrderPrice.Of(o).Taxes.Sum(t => t.Value)));
        taxes.Select(row => row["tax_name"]!.GetValue<string>()).Distinct().Count().ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task Csv_TextsThatCustomersWrote_AreQuotedAndNoFormulas()
    {
        var shop = await Shop();
        var order = await Shopping.Processed(checkout, shop, "tok_visa");
        var store = checkout.Service<IOrderStore>();
        var stored = (await store.Load(order.OrderId, default))!;
        await store.Commit(
            stored,
            stored.Order with
            {
                Customer = stored.Order.Customer! with { FirstName = "=HYPERLINK(\"http://x\",1)", LastName = "a\r\nb" },
            },
            null,
            default
        );

        var (file, headers) = await File(shop, "orders?format=csv");

        headers.ContentType!.ToString().ShouldBe("text/csv; charset=utf-8");
        headers.ContentDisposition!.FileName.ShouldBe("orders.csv");
        var rows = Parse(file);
        rows.Count.ShouldBe(2);
        rows[1].Length.ShouldBe(rows[0].Length);
        rows[1][rows[0].ToList().IndexOf("customer_name")].ShouldBe("'=HYPERLINK(\"http://x\",1) a\r\nb");
        rows[1][rows[0].ToList().IndexOf("public_order_id")].ShouldBe(order.OrderId);
        file.ShouldEndWith("\r\n");
    }

    [Fact]
    public async Task Export_FromAndTo_TakeTheOrdersOfThatTime()
    {
        var shop = await Shop();
        var first = await Shopping.Processed(checkout, shop, "tok_visa");
        var second = await Shopping.Processed(checkout, shop, "tok_visa");
        var at = Uri.EscapeDataString((await second.Stored()).ProcessedAt!.Value.UtcDateTime.ToString("O"));

        (await Ids($"from={at}")).ShouldBe([second.OrderId]);
        (await Ids($"to={at}")).ShouldBe([first.OrderId]);

        async Task<IEnumerable<string>> Ids(string query) =>
            (await Lines(shop, "orders", query)).Select(row => row["public_order_id"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("orders?format=xml", 422, "format")]
    [InlineData("orders?from=now", 422, "from")]
    [InlineData("orders?from=2026-01-02&to=2026-01-01", 422, "to")]
    [InlineData("orders?status=placed", 422, "status")]
    [InlineData("secrets?format=csv", 404, "public_order_id")]
    public async Task Export_ThatThereIsNot_IsRefused(string path, int status, string field)
    {
        var refused = await checkout.Send(HttpMethod.Get, $"/checkout/shop/{LocalCheckout.Shop}/exports/{path}");

        (refused.Status, refused.Field).ShouldBe((status, field));
    }

    private async Task<string> Shop()
    {
        var shop = "file" + Guid.NewGuid().ToString("N")[..6];
        await Shopping.Open(checkout, shop, demo => demo);
        return shop;
    }

    private async Task<List<JsonNode>> Lines(string shop, string name, string query = "")
    {
        var (file, headers) = await File(shop, $"{name}?format=jsonl&{query}".TrimEnd('&'));
        headers.ContentType!.ToString().ShouldBe("application/jsonl; charset=utf-8");
        return [.. file.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];
    }

    private async Task<(string Text, HttpContentHeaders Headers)> File(string shop, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/checkout/shop/{shop}/exports/{path}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", ShopTokens.Of(LocalCheckout.Token, shop));
        using var response = await checkout.Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        ((int)response.StatusCode).ShouldBe(200, text);
        return (text, response.Content.Headers);
    }

    /// <summary>As RFC 4180 reads a file.</summary>
    private static List<string[]> Parse(string file)
    {
        var rows = new List<string[]>();
        var row = new List<string>();
        var field = new System.Text.StringBuilder();
        var quoted = false;
        for (var i = 0; i < file.Length; i++)
        {
            if (quoted && file[i] == '"' && i + 1 < file.Length && file[i + 1] == '"')
                field.Append(file[i++]);
            else if (file[i] == '"')
                quoted = !quoted;
            else if (!quoted && file[i] == ',')
                Next();
            else if (!quoted && file[i] == '\r' && file[i + 1] == '\n')
            {
                Next();
                rows.Add([.. row]);
                row.Clear();
                i++;
            }
            else
                field.Append(file[i]);
        }

        return rows;

        void Next()
        {
            row.Add(field.ToString());
            field.Clear();
        }
    }

    private static long Number(JsonNode row, string name) => row[name]!.GetValue<long>();
}
