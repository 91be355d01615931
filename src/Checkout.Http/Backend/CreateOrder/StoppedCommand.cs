using System.Collections.Immutable;
using Checkout.Http.Dialects.Bold;
using Checkout.Orders;

namespace Checkout.Http.Backend.CreateOrder;

/// <summary>The command at which a Create Order stopped, and why (docs/contract/create-order.md#answer).</summary>
public sealed record StoppedCommand(string Key, string Command, ImmutableArray<ErrorEntry> Errors)
{
    /// <summary>Null when no command failed.</summary>
    public static StoppedCommand? Failed(Order order) => order.Journal?.ToldAsFailed is { } failed ? Of(failed, failed.Problems) : null;

    /// <summary>Null when nothing is left to be done, or it failed.</summary>
    /// <param name="reasons">What is known of why it is not done yet, when the journal does not say.</param>
    public static StoppedCommand? Waiting(Order order, ImmutableArray<Problem> reasons) =>
        order.Journal is { FailedCommand: null, Next: { } next }
            ? Of(
                next,
                !next.Problems.IsEmpty ? next.Problems
                    : !reasons.IsEmpty ? reasons
                    : [NotYet(next)]
            )
            : null;

    private static StoppedCommand Of(JournalCommand command, ImmutableArray<Problem> problems) =>
        new(command.Key, command.Command, ErrorBody.Of(problems).Errors);

    private static Problem NotYet(JournalCommand command) =>
        Problem.Upstream("commands", $"{command.Command} is not done yet. It is carried out without another call.");
}
