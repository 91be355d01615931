using System.Text.Encodings.Web;
using System.Text.Unicode;
using Checkout.Letters;
using Fluid;
using Fluid.Values;

namespace Checkout.Mail.Letters;

/// <summary>
/// One template on its way through a letter. It ends after <see cref="MostSteps"/> steps, a second, or <see cref="MostLength"/> characters,
/// whoever wrote it.
/// </summary>
internal sealed class LiquidRun
{
    public const int MostSteps = 50_000;
    public const int MostLength = 512 * 1024;

    /// <summary>Of a text that a filter makes.</summary>
    public const int MostText = 32 * 1024;

    private const string Key = "run";
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(1);

    /// <summary>Accents as they are; what HTML gives a meaning is escaped.</summary>
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly LetterModel model;
    private readonly LetterWords words;
    private readonly TimeProvider time;
    private readonly long start;

    private LiquidRun(LetterModel model, LetterWords words, TimeProvider time)
    {
        (this.model, this.words, this.time) = (model, words, time);
        start = time.GetTimestamp();
    }

    public static LiquidRun Of(TemplateContext context) => (LiquidRun)context.AmbientValues[Key];

    public static Task<Result<string>> RenderHtml(string source, LetterModel model, LetterWords words, TimeProvider time) =>
        Render(source, model, words, time, Html);

    public static Task<Result<string>> RenderText(string source, LetterModel model, LetterWords words, TimeProvider time) =>
        Render(source, model, words, time, NullEncoder.Default);

    public string Say(string key) => words.Say(key, model.Facts);

    /// <exception cref="LiquidLimitException">The template takes too long, or makes too long a text.</exception>
    public void Check(int length)
    {
        if (length > MostText)
            throw new LiquidLimitException("The template makes a text that is too long.");
        if (time.GetElapsedTime(start) > MostTime)
            throw new LiquidLimitException("The template takes too long.");
    }

    private static async Task<Result<string>> Render(
        string source,
        LetterModel model,
        LetterWords words,
        TimeProvider time,
        TextEncoder encoder
    )
    {
        var (template, error) = LiquidTemplates.Parse(source);
        if (template is null)
            return TemplateProblem.Of("template", error ?? "The template cannot be read.");
        var run = new LiquidRun(model, words, time);
        var context = new TemplateContext(LiquidSettings.Options);
        context.AmbientValues[Key] = run;
        foreach (var (name, value) in model.Values)
            context.SetValue(name, FluidValue.Create(value, LiquidSettings.Options));
        await using var writer = new LimitedWriter(run);
        try
        {
            await template.RenderAsync(writer, encoder, context);
            return writer.ToString();
        }
#pragma warning disable CA1031 // A template is the merchant's: whatever it does wrong is told to them, and ends no letter of another.
        catch (Exception fault) when (fault is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            return TemplateProblem.Of("template", Explain(fault));
        }
    }

    /// <summary>The library has one message for too many steps and for parts that include each other.</summary>
    private static string Explain(Exception fault) =>
        fault is InvalidOperationException && fault.Message.Contains("recursion", StringComparison.Ordinal)
            ? "The template takes too many steps."
            : fault.Message.Split('\n')[0].Trim();

    private sealed class LimitedWriter(LiquidRun run) : StringWriter
    {
        public override void Write(char value)
        {
            Check(1);
            base.Write(value);
        }

        public override void Write(string? value)
        {
            Check(value?.Length ?? 0);
            base.Write(value);
        }

        public override void Write(ReadOnlySpan<char> buffer)
        {
            Check(buffer.Length);
            base.Write(buffer);
        }

        public override void Write(char[] buffer, int index, int count)
        {
            Check(count);
            base.Write(buffer, index, count);
        }

        public override Task WriteAsync(char value)
        {
            Write(value);
            return Task.CompletedTask;
        }

        public override Task WriteAsync(string? value)
        {
            Write(value);
            return Task.CompletedTask;
        }

        public override Task WriteAsync(char[] buffer, int index, int count)
        {
            Write(buffer, index, count);
            return Task.CompletedTask;
        }

        public override Task WriteAsync(ReadOnlyMemory<char> buffer, CancellationToken cancellationToken = default)
        {
            Write(buffer.Span);
            return Task.CompletedTask;
        }

        private void Check(int more)
        {
            if (GetStringBuilder().Length + more > MostLength)
                throw new LiquidLimitException("The template writes too long a letter.");
            run.Check(0);
        }
    }
}
