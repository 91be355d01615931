using System.Collections.Immutable;
using System.Net.Mail;
using Checkout.Http.Frame.Json;

namespace Checkout.Http.Frame;

/// <summary>Checks the fields of a request one after another and gathers what is wrong with them.</summary>
public sealed class Fields
{
    /// <summary>Longest text of an ordinary field, in characters.</summary>
    public const int TextLimit = 255;

    private readonly ImmutableArray<Problem>.Builder problems = ImmutableArray.CreateBuilder<Problem>();

    public ImmutableArray<Problem> Problems => problems.ToImmutable();

    public bool AreFine => problems.Count == 0;

    public Fields Required(string field, string? value, int max = TextLimit)
    {
        if (string.IsNullOrWhiteSpace(value))
            problems.Add(Problem.Invalid(FieldPath.NameOf(field), $"{field} is required.", "required"));
        return Text(field, value, max);
    }

    public Fields Required(string field, object? value)
    {
        if (value is null)
            problems.Add(Problem.Invalid(FieldPath.NameOf(field), $"{field} is required.", "required"));
        return this;
    }

    public Fields Text(string field, string? value, int max = TextLimit)
    {
        if (value?.Length > max)
            problems.Add(Problem.Invalid(FieldPath.NameOf(field), $"{field} is longer than {max} characters.", "too_long"));
        return this;
    }

    public Fields Range(string field, long? value, long min, long max)
    {
        if (value < min || value > max)
            problems.Add(Problem.Invalid(FieldPath.NameOf(field), $"{field} must be between {min} and {max}.", "out_of_range"));
        return this;
    }

    public Fields Email(string field, string? value)
    {
        if (!string.IsNullOrEmpty(value) && !IsEmail(value))
            problems.Add(Problem.Invalid(FieldPath.NameOf(field), $"{field} is not an e-mail address.", "email_address"));
        return this;
    }

    public Fields OneOf(string field, string? value, params ReadOnlySpan<string> allowed)
    {
        if (value is not null && !allowed.Contains(value))
            problems.Add(Problem.Invalid(FieldPath.NameOf(field), $"{field} must be one of {string.Join(", ", allowed!)}.", "not_allowed"));
        return this;
    }

    public Fields Check(bool holds, string field, string message, string subType = "")
    {
        if (!holds)
            problems.Add(Problem.Invalid(FieldPath.NameOf(field), message, subType));
        return this;
    }

    public Fields Add(IEnumerable<Problem> more)
    {
        problems.AddRange(more);
        return this;
    }

    /// <summary>The value when nothing is wrong.</summary>
    public Result<T> Then<T>(Func<T> value) => AreFine ? value() : Result<T>.Refused(Problems);

    private static bool IsEmail(string value) =>
        value.Length <= 254
        && !value.Contains(' ', StringComparison.Ordinal)
        && MailAddress.TryCreate(value, out var address)
        && address.Address == value;
}
