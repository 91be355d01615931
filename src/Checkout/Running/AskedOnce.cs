using System.Collections.Concurrent;

namespace Checkout.Running;

/// <summary>
/// What others answered while one change is decided. When the commit is lost the change is decided again, and a question
/// that is still the same is not asked again.
/// </summary>
public sealed class AskedOnce
{
    private readonly AsyncLocal<ConcurrentDictionary<string, object>?> answers = new();

    /// <summary>Remembers for what the caller does from here on.</summary>
    public void Remember() => answers.Value ??= new(StringComparer.Ordinal);

    public async Task<T> Get<T>(string question, Func<Task<T>> ask)
        where T : class
    {
        if (answers.Value is { } known && known.TryGetValue(question, out var answer))
            return (T)answer;
        var given = await ask();
        answers.Value?.TryAdd(question, given);
        return given;
    }
}
