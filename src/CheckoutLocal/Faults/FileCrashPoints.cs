using System.Diagnostics;
using Checkout.Faults;

namespace Checkout.Local.Faults;

/// <summary>
/// Lets a test end this process at a named place, as <c>kill -9</c> would. In the folder that <see cref="Variable"/> names,
/// each place reached is a line of the file <c>reached</c>. While the file <c>crash-at</c> says <c>name#k</c>, the k-th
/// time that place is reached from then on is the last thing the process does.
/// </summary>
internal sealed class FileCrashPoints(string folder) : ICrashPoints
{
    /// <summary>The environment variable; without it, and outside development, nothing of this is there.</summary>
    public const string Variable = "CHECKOUT_CRASH_POINTS";

    private readonly Lock door = new();
    private readonly string reached = Path.Combine(folder, "reached");
    private readonly string crashAt = Path.Combine(folder, "crash-at");
    private string order = "";
    private int passed;

    public void Reach(string name)
    {
        lock (door)
        {
            File.AppendAllText(reached, name + "\n");
            if (!IsDue(name))
                return;
            using var self = Process.GetCurrentProcess();
            self.Kill();
            Thread.Sleep(Timeout.Infinite);
        }
    }

    private bool IsDue(string name)
    {
        var asked = File.Exists(crashAt) ? File.ReadAllText(crashAt) : "";
        if (asked != order)
            (order, passed) = (asked, 0);
        return asked.Split('#') is [var place, var turn] && place == name && ++passed == int.Parse(turn);
    }
}
