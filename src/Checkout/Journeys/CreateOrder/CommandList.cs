using System.Collections.Immutable;
using System.Globalization;
using Checkout.Orders;

namespace Checkout.Journeys.CreateOrder;

/// <summary>Reads the commands of a request: integer keys, run in numeric order (docs/contract/create-order.md#commands).</summary>
public static class CommandList
{
    public static readonly ImmutableArray<string> Names =
    [
        "calculate_shipping",
        "calculate_tax_rates",
        "authorize_payments",
        "process_order",
        "send_to_platform",
        "charge_payments",
    ];

    /// <summary>Refused before anything runs: an unknown name, a key that is no integer, a command or key given twice.</summary>
    public static Result<ImmutableArray<JournalCommand>> Read(ImmutableArray<RequestedCommand> commands)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        var byKey = new SortedDictionary<long, JournalCommand>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, command) in commands)
        {
            if (!long.TryParse(key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
                problems.Add(Problem.Invalid("commands", $"commands: the key '{Shown(key)}' is not an integer."));
            else if (!Names.Contains(command, StringComparer.Ordinal))
                problems.Add(Problem.Invalid("commands", $"commands.{number}: there is no command '{Shown(command)}'."));
            else if (!names.Add(command))
                problems.Add(Problem.Invalid("commands", $"commands.{number}: '{command}' is given twice."));
            else if (!byKey.TryAdd(number, new JournalCommand(number.ToString(CultureInfo.InvariantCulture), command)))
                problems.Add(Problem.Invalid("commands", $"commands: the key {number} is given twice."));
        }

        return problems.Count > 0 ? problems.ToImmutable() : byKey.Values.ToImmutableArray();
    }

    private static string Shown(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
