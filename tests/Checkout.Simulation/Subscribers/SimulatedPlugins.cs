using System.Text.Json;
using System.Text.Json.Nodes;
using Checkout.Plugins.Calls;

namespace Checkout.Simulation.Subscribers;

/// <summary>A plugin that changes its mind: asked the same again it may answer something else, late, nonsense or nothing.</summary>
internal sealed class SimulatedPlugins(World world, Outside outside) : IPluginCalls
{
    public async Task<PluginReply> Post(PluginRequest request, CancellationToken cancellation)
    {
        await outside.Await();
        if (world.Faults.Happens("plugin away", 40))
            return PluginReply.Failed("No answer.");
        if (world.Faults.Happens("plugin slow", 10))
            await Task.Delay(TimeSpan.FromSeconds(25), world.Time, CancellationToken.None);
        await outside.Await();
        if (world.Faults.Happens("plugin answers nonsense", 10))
            return new PluginReply("{\"actions\":"u8.ToArray());
        var @event = JsonNode.Parse(request.Body.Span)!["event"]!.GetValue<string>();
        var actions = Enumerable.Range(0, world.Chance.Next(3)).Select(_ => Action(@event)).ToList();
        return new PluginReply(JsonSerializer.SerializeToUtf8Bytes(new { success = true, actions }));
    }

    private object Action(string @event) =>
        world.Chance.Next(@event == "amend_order" ? 4 : 9) switch
        {
            0 => Of(
                "add_fee",
                new
                {
                    id = "handling",
                    line_text = "Handling",
                    fee_type = "fixed",
                    value = (1 + world.Chance.Next(40)) / 4m,
                    taxable = world.Chance.Next(2) == 0,
                }
            ),
            1 => Of("remove_fee", new { id = "handling" }),
            2 => Of(
                "discount_cart",
                new
                {
                    discountType = "fixed",
                    discountAmount = 50 + world.Chance.Next(3),
                    transformationMessage = @event,
                }
            ),
            3 => Of("adjust_line_item_price", new { line_item_key = "b", value = world.Chance.Next(3) * 100 - 100 }),
            4 => Of("require_amendable", new { }),
            5 => Of("delay_platform_order", new { seconds = 60 * world.Chance.Next(5) }),
            6 => world.Chance.Next(4) == 0 ? Of("delay_payment_capture", new { }) : Of("add_note", new { note = "Fragile" }),
            7 => Of("set_line_item_price", new { line_item_key = "b", value = 2000 + world.Chance.Next(3) }),
            _ => Of("require_amendable", new { }),
        };

    private static object Of(string type, object data) => new { type, data };
}
