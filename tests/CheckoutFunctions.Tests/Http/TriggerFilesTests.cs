using System.Runtime.CompilerServices;
using Checkout.Http.Hosting;

namespace Checkout.Functions.Tests.Http;

/// <summary>src/CheckoutFunctions/Http/Triggers is written from the endpoint table: run these tests with UPDATE_TRIGGERS=1 to write it.</summary>
public sealed class TriggerFilesTests
{
    private static readonly IReadOnlyDictionary<string, string> Expected = TriggerFiles.Of(Endpoints.Table);

    [Fact]
    public void Folder_OfTheTriggers_IsWhatTheTableSays()
    {
        if (Environment.GetEnvironmentVariable("UPDATE_TRIGGERS") is "1")
            Write();

        Directory.GetFiles(Folder()).Select(Path.GetFileName).ShouldBe(Expected.Keys, ignoreOrder: true);
        foreach (var (name, text) in Expected)
            File.ReadAllText(Path.Combine(Folder(), name)).ShouldBe(text, name);
    }

    [Fact]
    public void File_EveryOne_FitsOnScreens()
    {
        foreach (var (name, text) in Expected)
        {
            var lines = text.Split('\n');
            lines.Length.ShouldBeLessThan(250, name);
            lines.ShouldAllBe(line => line.Length <= 140, name);
        }
    }

    private static void Write()
    {
        foreach (var file in Directory.GetFiles(Folder()))
            File.Delete(file);
        foreach (var (name, text) in Expected)
            File.WriteAllText(Path.Combine(Folder(), name), text);
    }

    private static string Folder([CallerFilePath] string here = "") =>
        Directory
            .CreateDirectory(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src", "CheckoutFunctions", "Http", "Triggers"))
            .FullName;
}
