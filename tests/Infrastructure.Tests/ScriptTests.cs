using System.Text.RegularExpressions;

namespace Infrastructure.Tests;

/// <summary>The scripts of the repository run where developers are: Linux, macOS, and, in PowerShell, Windows.</summary>
public sealed partial class ScriptTests
{
    public static TheoryData<string> Scripts =>
        [
            .. new[] { ".", "tests", "samples", "infra", "tools" }
                .SelectMany(folder =>
                    Directory.EnumerateFiles(
                        Repository.Path(folder),
                        "*",
                        folder == "." ? SearchOption.TopDirectoryOnly : SearchOption.AllDirectories
                    )
                )
                .Where(f => !Built().IsMatch(f) && Path.GetExtension(f) is "" or ".sh")
                .Where(f => File.ReadLines(f).FirstOrDefault() is { } first && Shell().IsMatch(first))
                .Select(f => Path.GetRelativePath(Repository.Root, f)),
        ];

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Script_EveryOne_NeedsNoGnuTool(string script)
    {
        var lines = Repository
            .Read(script)
            .Split('\n')
            .Where(l => !l.TrimStart().StartsWith('#') && !l.Contains("command -v", StringComparison.Ordinal));

        foreach (var line in lines)
            GnuOnly().IsMatch(line).ShouldBeFalse(line);
    }

    /// <summary>./run and run.ps1 start the same programs with the same options.</summary>
    [Fact]
    public void Run_InPowerShell_StartsWhatTheOtherStarts()
    {
        var one = Repository.Read("run");
        var other = Repository.Read("run.ps1");

        Option()
            .Matches(one)
            .Select(m => m.Value)
            .Distinct()
            .ShouldBe(Option().Matches(other).Select(m => m.Value).Distinct(), ignoreOrder: true);
        foreach (
            var shared in new[]
            {
                "tools/azurite/install.mjs",
                "CheckoutLocal.dll",
                "azurite.endpoint",
                "local.settings.sample.json",
                "publish src/CheckoutLocal",
            }
        )
        {
            one.ShouldContain(shared);
            other.ShouldContain(shared);
        }
    }

    [GeneratedRegex(@"/(obj|bin|node_modules|\.data|artifacts|StrykerOutput)/", RegexOptions.ExplicitCapture)]
    private static partial Regex Built();

    [GeneratedRegex(@"^#!.*\b(ba)?sh\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Shell();

    [GeneratedRegex(
        @"\bflock\b|\btimeout \d|-quit\b|readlink -f|\bsed -i|date -d|stat -c|grep -\w*P|sort -V|\btac\b|\bnproc\b|cp --|xargs -d|mapfile|readarray|declare -A|\$\{\w+(,,|\^\^)\}",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex GnuOnly();

    // What Azurite and the host are given, and nothing of npm's or dotnet's own.
    [GeneratedRegex(@"--(table\w+|location|skip\w+|disable\w+|silent\b(?! build)|urls|Local:\w+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Option();
}
