using Checkout.Http.Frame;
using Checkout.Http.Hosting;
using Checkout.Http.Pipeline.ApiDocuments;
using Checkout.Http.Storefront;
using Checkout.Shops;
using Shouldly;
using Xunit;

namespace Checkout.Http.Tests.Storefront;

[Collection(StartedHost.Name)]
public sealed class ClosedOrderTests(StartedHost host)
{
    /// <summary>What a processed order still takes, since it changes nothing of it.</summary>
    private static readonly string[] NoChange =
    [
        StorefrontRoutes.EstimateShippingLines,
        StorefrontRoutes.EstimateTaxes,
        StorefrontRoutes.Log,
        StorefrontRoutes.SavedPayment,
        StorefrontRoutes.Batch,
        StorefrontRoutes.ProcessOrder,
    ];

    [Fact]
    public async Task ProcessedOrder_RefusesEveryChange_AndStaysAsItIs()
    {
        var plugin = new PluginSettings
        {
            Uuid = "3a7ab2b3-3a45-4b4d-8b0e-6c0b2a0b9d1e",
            Name = "Points",
            EventUrl = "http://127.0.0.1:9/",
            ClientSecret = "a shared secret",
        };
        var before = await host.Change(shop => shop with { Plugins = [plugin] });
        try
        {
            var checkout = await host.NewOrder();
            await checkout.Fill();
            (await checkout.Pay("tok_visa")).Ok();
            var placed = (await checkout.Post("/process_order")).Ok().State.GetRawText();

            var changes = Endpoints
                .Table.All.Where(e => e.Access.Kind is AccessKind.Storefront && e.Method != "GET" && !NoChange.Contains(e.Route))
                .ToList();
            changes.Count.ShouldBeGreaterThan(29);
            foreach (var change in changes)
            {
                var path = change.Route[StorefrontRoutes.Order.Length..];
                var example = RequestExamples.Of(change)?.ToJsonString();
                var refused = await checkout.Send(change.Method, path, example);
                (refused.Status, refused.Field).ShouldBe((422, "is_processed"), $"{change.Name}: {refused.Body}");
                var part = await checkout.Batch((change.Method, path, example ?? "null"));
                (part.Status, part.Data[0].GetProperty("errors")[0].GetProperty("field").GetString()).ShouldBe(
                    (422, "is_processed"),
                    change.Name
                );
            }

            (await checkout.Get("/refresh")).Ok().State.GetRawText().ShouldBe(placed);
        }
        finally
        {
            await host.Change(_ => before);
        }
    }
}
