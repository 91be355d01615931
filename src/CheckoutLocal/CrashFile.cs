using System.Diagnostics;
using System.Globalization;
using Checkout.Faults;

namespace Checkout.Local;

/// <summary>
/// Ends the process as a power cut would, at the place that a test chose: the file holds how many crash points are still
/// to be passed, and is gone when the process is. Without the file nothing happens.
/// </summary>
internal sealed class CrashFile(string path) : ICrashPoints
{
    private readonly Lock counting = new();

    public void Reach(string name)
    {
        lock (counting)
        {
            if (!File.Exists(path))
                return;
            var left = int.Parse(File.ReadAllText(path), CultureInfo.InvariantCulture);
            if (left > 0)
            {
                File.WriteAllText(path, (left - 1).ToString(CultureInfo.InvariantCulture));
                return;
            }

            File.Delete(path);
            using var self = Process.GetCurrentProcess();
            self.Kill();
            self.WaitForExit();
        }
    }
}
