using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Frame.SignIn;

/// <summary>
/// The order's JWT as a cookie, for clients that can send nothing else (docs/contract/README.md#session-cookie). Scripts cannot read it.
/// </summary>
internal static class SessionCookie
{
    public const string Name = "checkout_session";

    public static string? Of(HttpRequest request) => request.Cookies[Name];

    public static void Set(HttpContext http, string jwt) => http.Response.Cookies.Append(Name, jwt, Options(http.Request));

    public static void Clear(HttpContext http) => http.Response.Cookies.Delete(Name, Options(http.Request));

    // A page of another site sends it over TLS only, which browsers ask for; without TLS only pages of this site do.
    private static CookieOptions Options(HttpRequest request) =>
        new()
        {
            HttpOnly = true,
            Path = "/",
            Secure = request.IsHttps,
            SameSite = request.IsHttps ? SameSiteMode.None : SameSiteMode.Lax,
            MaxAge = JwtIssuer.Lifetime,
        };
}
