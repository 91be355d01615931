using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Checkout.Orders;

/// <summary>
/// The command list of a Create Order with a status for each (docs/contract/create-order.md#idempotency): what makes the
/// call resumable. It lives in the order's own document, so a command and its outcome are one commit.
/// </summary>
public sealed record CreateOrderJournal
{
    /// <summary>SHA-256 of the canonical request body, hex: the same key with another body is refused.</summary>
    public required string BodyHash { get; init; }

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

    public CreateOrderJournal TakeOver() => this with { TakenOver = true };

    public CreateOrderJournal GiveBack() => this with { TakenOver = false };

    /// <summary>Notes that the command succeeded; it stays so.</summary>
    public CreateOrderJournal Succeed(string key) =>
        Replace(key, c => c with { Status = CommandStatus.Succeeded, Problems = [] });

    /// <summary>Notes why the command failed, once more if it failed before; one that succeeded stays as it is.</summary>
    public CreateOrderJournal Fail(string key, ImmutableArray<Problem> problems) =>
        Replace(key, c => c with { Status = CommandStatus.Failed, Problems = problems, Failures = c.Failures + 1 });

    private CreateOrderJournal Replace(string key, Func<JournalCommand, JournalCommand> change) =>
        this with { Commands = [.. Commands.Select(c => c.Key == key && c.Status is not CommandStatus.Succeeded ? change(c) : c)] };
}
