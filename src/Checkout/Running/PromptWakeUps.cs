using System.Threading.Channels;
using Checkout.Stores;

namespace Checkout.Running;

/// <summary>
/// Wake-ups whose work is committed and need not wait for the sweep. To leave one here costs the request that made it nothing:
/// it is handled beside it, and what a dying process loses here is found by its row.
/// </summary>
public sealed class PromptWakeUps
{
    private const int Room = 10_000;

    // What finds no room is left to the sweep.
    private readonly Channel<WakeUp> taken = Channel.CreateBounded<WakeUp>(
        new BoundedChannelOptions(Room) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    public void Take(WakeUp wakeUp) => taken.Writer.TryWrite(wakeUp);

    internal IAsyncEnumerable<WakeUp> Taken(CancellationToken cancellation) => taken.Reader.ReadAllAsync(cancellation);
}
