using System.Collections.Immutable;

namespace Checkout.Orders;

/// <summary>One command of the journal, under the key the client gave it.</summary>
public sealed record JournalCommand(string Key, string Command)
{
    /// <summary>The command that makes the order final.</summary>
    public const string MakesFinal = "process_order";

    public CommandStatus Status { get; init; }

    /// <summary>How often it failed: each try after a failure is a new one to the gateway.</summary>
    public int Failures { get; init; }

    /// <summary>Why it failed, or while it is pending what it waits for; empty otherwise.</summary>
    public ImmutableArray<Problem> Problems { get; init; } = [];

    /// <summary>As one that is to be run, whatever became of it before.</summary>
    public JournalCommand ToBeRun() => this with { Status = CommandStatus.Pending, Problems = [] };
}
