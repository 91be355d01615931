using System.Collections.Immutable;

namespace Checkout;

/// <summary>Either a value or the problems that kept it from coming about. Faults are exceptions, never results.</summary>
public readonly struct Result<T>
{
    private readonly T? value;
    private readonly ImmutableArray<Problem> problems;

    private Result(T? value, ImmutableArray<Problem> problems)
    {
        this.value = value;
        this.problems = problems;
    }

    public bool Succeeded => problems.IsDefaultOrEmpty;

    /// <summary>The value; asking for it when there are problems is a fault of the caller.</summary>
    public T Value => Succeeded ? value! : throw new InvalidOperationException($"No value: {Problems[0].Message}");

    /// <summary>Another writer holds the order: the same again may succeed at once.</summary>
    public bool IsLocked => !Succeeded && problems[0].Kind is ProblemKind.Locked;

    /// <summary>Somebody that was asked does not answer or is down: the same again may succeed later, and nothing is lost.</summary>
    public bool IsUnavailable => !Succeeded && problems[0].Kind is ProblemKind.Upstream;

    public ImmutableArray<Problem> Problems => problems.IsDefault ? [] : problems;

    public Result<TNext> Then<TNext>(Func<T, Result<TNext>> next) => Succeeded ? next(value!) : Result<TNext>.Refused(problems);

    public Result<TNext> Map<TNext>(Func<T, TNext> next) => Succeeded ? next(value!) : Result<TNext>.Refused(problems);

    public Result<TNext> Cast<TNext>() => Result<TNext>.Refused(Problems);

    public static Result<T> Refused(ImmutableArray<Problem> problems) =>
        problems.IsDefaultOrEmpty ? throw new ArgumentException("A refusal needs a problem.", nameof(problems)) : new(default, problems);

    public static implicit operator Result<T>(T value) => new(value, []);

    public static implicit operator Result<T>(Problem problem) => new(default, [problem]);

    public static implicit operator Result<T>(ImmutableArray<Problem> problems) => Refused(problems);
}
