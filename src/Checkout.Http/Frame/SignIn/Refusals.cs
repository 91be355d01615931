namespace Checkout.Http.Frame.SignIn;

/// <summary>Why a caller is not let in, in the words clients look for (docs/contract/README.md#error-catalog).</summary>
internal static class Refusals
{
    private const string Authorization = "authorization";

    public static Problem MissingJwt { get; } = Unauthorized("Missing JWT", "missing_jwt");
    public static Problem ExpiredJwt { get; } = Unauthorized("Expired JWT", "expired_jwt");
    public static Problem InvalidJwt { get; } = Unauthorized("Invalid JWT", "invalid_jwt");
    public static Problem MissingToken { get; } = Unauthorized("The access token is missing", "missing_token");
    public static Problem InvalidToken { get; } = Unauthorized("The access token is invalid or has expired", "invalid_token");

    public static Problem MissingScope(string scope) =>
        new($"The access token lacks the scope {scope}.", Authorization, "scope", "missing_scope")
        {
            Kind = ProblemKind.Forbidden,
            Severity = "critical",
        };

    /// <summary>RFC 6750's name for why an access token does not do; null for any other problem, a JWT's among them.</summary>
    public static string? OAuthErrorOf(Problem problem) =>
        problem == MissingToken || problem == InvalidToken ? "invalid_token"
        : problem.Kind is ProblemKind.Forbidden ? "insufficient_scope"
        : null;

    private static Problem Unauthorized(string message, string reason) =>
        new(message, Authorization, "authorization", reason) { Kind = ProblemKind.Unauthorized, Severity = "critical" };
}
