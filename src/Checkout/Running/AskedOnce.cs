using System.Collections.Concurrent;

namespace Checkout.Running;

/// <summary>
/// What others answered while one change is decided. When the commit is lost the change is decided again, and a question
/// that is still the same is not asked again.
/// </summary>
public sealed class AskedOnce
{
    private readonly AsyncLocal<Answers?> answers = new();

    /// <summary>Remembers for what the caller does from here on.</summary>
    public void Remember() => answers.Value ??= new Answers();

    /// <summary>The change is decided again, since somebody else was faster.</summary>
    public void TryAgain()
    {
        if (answers.Value is { } known)
            known.Tries++;
    }

    /// <summary>
    /// As <see cref="Get"/>, for what somebody else who was faster may have changed there too: it is remembered until the change is
    /// decided again.
    /// </summary>
    public Task<T> GetForTry<T>(string question, Func<Task<T>> ask)
        where T : class => Get($"{question} {answers.Value?.Tries}", ask);

    public async Task<T> Get<T>(string question, Func<Task<T>> ask)
        where T : class
    {
        if (answers.Value is { } known && known.Given.TryGetValue(question, out var answer))
            return (T)answer;
        var given = await ask();
        answers.Value?.Given.TryAdd(question, given);
        return given;
    }

    private sealed class Answers
    {
        public ConcurrentDictionary<string, object> Given { get; } = new(StringComparer.Ordinal);
        public int Tries { get; set; }
    }
}
