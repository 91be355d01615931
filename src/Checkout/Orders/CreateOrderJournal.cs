using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Checkout.Orders;

/// <summary>
/// The command list of a Create Order with a status for each (docs/contract/create-order.md#idempotency): what makes the
/// call resumable. It lives in the order's own document, so a command and its outcome are one commit.
/// </summary>
public sealed record CreateOrderJournal
{
    private const int MostEarlierBodies = 20;

    /// <summary>SHA-256 of the canonical body of the last request that was accepted, hex.</summary>
    public required string BodyHash { get; init; }

    /// <summary>The hashes of the requests accepted before it, oldest first, the newest <see cref="MostEarlierBodies"/> of them.</summary>
    public ImmutableArray<string> EarlierBodyHashes { get; init; } = [];

    /// <summary>How often another request under the same key changed what is left to do: names the tries that follow.</summary>
    public int Amendments { get; init; }

    /// <summary>In the order of execution.</summary>
    public ImmutableArray<JournalCommand> Commands { get; init; } = [];

    /// <summary>
    /// Somebody else makes the order final, its shopper or the back office: commands that are left are not run any more, and
    /// the call is answered from the record.
    /// </summary>
    public bool TakenOver { get; init; }

    [JsonIgnore]
    public JournalCommand? Next => TakenOver ? null : Commands.FirstOrDefault(c => c.Status is not CommandStatus.Succeeded);

    [JsonIgnore]
    public bool IsFinished => Next is null;

    [JsonIgnore]
    public JournalCommand? FailedCommand => TakenOver ? null : Commands.FirstOrDefault(c => c.Status is CommandStatus.Failed);

    /// <summary>Commands are left, and whoever carries them out has not stopped: a wake-up goes on with it.</summary>
    [JsonIgnore]
    public bool IsRunning => !IsFinished && FailedCommand is null;

    /// <summary>
    /// The command that the call is told of: also when the shop goes on with an order that these commands made final, since what
    /// failed is not made good by that. An order that somebody else made final is done.
    /// </summary>
    [JsonIgnore]
    public JournalCommand? ToldAsFailed =>
        FailedCommand
        ?? (
            Commands.Any(c => c is { Command: JournalCommand.MakesFinal, Status: CommandStatus.Succeeded })
                ? Commands.FirstOrDefault(c => c.Status is CommandStatus.Failed)
                : null
        );

    /// <summary>True for the request that is being carried out and for those before it.</summary>
    public bool HasAccepted(string bodyHash) => BodyHash == bodyHash || EarlierBodyHashes.Contains(bodyHash, StringComparer.Ordinal);

    /// <summary>Another request under the same key: its hash, and what is to be done from now on.</summary>
    public CreateOrderJournal Amend(string bodyHash, ImmutableArray<JournalCommand> commands) =>
        this with
        {
            BodyHash = bodyHash,
            EarlierBodyHashes = [.. EarlierBodyHashes.Where(hash => hash != bodyHash).Append(BodyHash).TakeLast(MostEarlierBodies)],
            Amendments = Amendments + 1,
            Commands = commands,
        };

    public CreateOrderJournal TakeOver() => this with { TakenOver = true };

    public CreateOrderJournal GiveBack() => this with { TakenOver = false };

    /// <summary>Notes that the command succeeded; it stays so.</summary>
    public CreateOrderJournal Succeed(string key) => Replace(key, c => c with { Status = CommandStatus.Succeeded, Problems = [] });

    /// <summary>Notes why the command failed, once more if it failed before; one that succeeded stays as it is.</summary>
    public CreateOrderJournal Fail(string key, ImmutableArray<Problem> problems) =>
        Replace(key, c => c with { Status = CommandStatus.Failed, Problems = problems, Failures = c.Failures + 1 });

    /// <summary>The command is to be run, again or for the first time.</summary>
    public CreateOrderJournal Begin(string key) => Replace(key, c => c with { Status = CommandStatus.Pending });

    /// <summary>The command could not be carried out yet and is tried again: nothing failed.</summary>
    public CreateOrderJournal Wait(string key, ImmutableArray<Problem> problems) =>
        Replace(key, c => c with { Status = CommandStatus.Pending, Problems = problems });

    /// <summary>No command is run any more: the next one fails for good.</summary>
    public CreateOrderJournal Stop(Problem reason) => Next is { } next ? Fail(next.Key, [reason]) : this;

    private CreateOrderJournal Replace(string key, Func<JournalCommand, JournalCommand> change) =>
        this with
        {
            Commands = [.. Commands.Select(c => c.Key == key && c.Status is not CommandStatus.Succeeded ? change(c) : c)],
        };
}
