using Checkout.Http.Frame;
using Checkout.Running;

namespace Checkout.Http.Backend.Work;

/// <summary>Lists the work of the shop that waits (docs/contract/backend.md#work): at most three storage transactions.</summary>
public sealed class GetWorkEndpoint(WorkList list, TimeProvider time) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var page = call.Page();
        if (!page.Succeeded)
            return page.Problems;
        var now = time.GetUtcNow();
        var work = await list.Page(call.ShopIdentifier, page.Value, call.Cancellation);
        return Reply.Of(work, some => new WorkData([.. some.Items.Select(item => WorkState.Of(item, now))], Paging.CursorOf(some.Next)));
    }
}
