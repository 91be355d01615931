using Checkout.Shops;

namespace Checkout.Http.Administration;

/// <summary>
/// The rules of the shop document name its fields by their path in it; who sends one part alone knows them by the
/// names of its own request.
/// </summary>
internal static class RequestFields
{
    private static readonly Dictionary<string, string> NamesOfTheirOwn = new(StringComparer.Ordinal)
    {
        ["overrides.type"] = "override_type",
    };

    public static Result<Shop> InTheNamesOf(this Result<Shop> changed, string part) =>
        changed.Succeeded ? changed : Result<Shop>.Refused([.. changed.Problems.Select(problem => Named(problem, part + "."))]);

    private static Problem Named(Problem problem, string part)
    {
        if (!problem.Field.StartsWith(part, StringComparison.Ordinal))
            return problem;
        var name = NamesOfTheirOwn.GetValueOrDefault(problem.Field, problem.Field[part.Length..]);
        return problem with { Field = name, Message = problem.Message.Replace(problem.Field, name, StringComparison.Ordinal) };
    }
}
