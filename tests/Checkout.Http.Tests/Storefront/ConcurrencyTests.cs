using Shouldly;
using Xunit;

namespace Checkout.Http.Tests.Storefront;

[Collection(StartedHost.Name)]
public sealed class ConcurrencyTests(StartedHost host)
{
    [Fact]
    public async Task SixtyFourClients_OnOneOrder_LoseNothing()
    {
        var checkout = await host.NewOrder();
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 64).Select(client => checkout.Patch("/meta_data", $$"""{"tags":["client{{client}}"]}"""))
        );
        answers.ShouldAllBe(a => a.Status == 200 || a.Status == 422 || a.Status == 530);
        var kept = (await checkout.Get("/meta_data"))
            .Data.GetProperty("order_meta_data")
            .GetProperty("tags")
            .EnumerateArray()
            .Select(t => t.GetString())
            .ToHashSet();
        var accepted = Enumerable.Range(0, 64).Where(client => answers[client].Status == 200).Select(client => $"client{client}").ToList();
        accepted.ShouldNotBeEmpty();
        accepted.Where(tag => !kept.Contains(tag)).ShouldBeEmpty();
    }

    [Fact]
    public async Task ProcessOrder_FromManyAtOnce_AuthorizesOnce()
    {
        var checkout = await host.NewOrder();
        await checkout.Fill();
        (await checkout.Pay("tok_visa")).Ok();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => checkout.Post("/process_order")));
        answers.ShouldContain(a => a.Status == 200);
        answers.ShouldAllBe(a => a.Status == 200 || a.Status == 530);
        using var ledger = await host.Client.GetAsync($"/test-gateway/ledger?order={checkout.OrderId}");
        var body = await ledger.Content.ReadAsStringAsync();
        System.Text.Json.JsonDocument.Parse(body).RootElement.ToString().Split("\"authorize\"").Length.ShouldBe(2, body);
    }
}
