using System.Collections.Immutable;
using Checkout.Http.Frame;
using Checkout.Http.Frame.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Checkout.Http.Dialects.BigCommerce;

/// <summary>How the facade refuses, whatever it refuses (docs/contract/bigcommerce.md#errors).</summary>
public sealed record CheckoutError(ImmutableArray<ErrorInner> Errors)
{
    public static CheckoutError Of(Refusal refusal) =>
        new([.. refusal.Problems.Select(problem => ErrorInner.Of(problem, refusal.StatusOf(problem)))]);
}

/// <summary>
/// The answer of the page, or of today's API to whom asked for that: one error without a list, since its SDK takes what is in
/// a list for texts.
/// </summary>
public sealed class CheckoutRefusal(CheckoutError error) : IResult, IStatusCodeHttpResult
{
    public int StatusCode => error.Errors[0].Status;

    int? IStatusCodeHttpResult.StatusCode => StatusCode;

    public Task ExecuteAsync(HttpContext httpContext) =>
        (
            SdkApi.IsAskedFor(httpContext.Request)
                ? JsonAnswer.Of(
                    StatusCode,
                    ReplyBody.Of(error.Errors[0] with { Detail = string.Join(' ', error.Errors.Select(e => e.Detail)) })
                )
                : JsonAnswer.Of(StatusCode, ReplyBody.Of(error))
        ).ExecuteAsync(httpContext);
}

/// <param name="Title">Which kind of error.</param>
/// <param name="Type">What a program goes by.</param>
/// <param name="Detail">What a person reads; begins with the name of the field at fault where there is one.</param>
public sealed record ErrorInner(int Status, string Title, string Type, string Detail)
{
    /// <summary><see cref="Type"/>, where clients look for a code.</summary>
    public string Code => Type;

    /// <summary><see cref="Detail"/>, where clients look for a message.</summary>
    public string Message => Detail;

    private const int OrderLocked = 530;

    public static ErrorInner Of(Problem problem, int status) =>
        new(
            status,
            status == OrderLocked ? "Locked" : ReasonPhrases.GetReasonPhrase(status),
            problem.SubType.Length > 0 ? problem.SubType : problem.Type,
            problem.IsInAddress && FieldOf(problem) is { Length: > 0 } field ? $"{field}: {problem.Message}" : problem.Message
        );

    /// <summary>The facade's name for a field of an address.</summary>
    private static string FieldOf(Problem problem) =>
        problem.Field switch
        {
            "first_name" => "firstName",
            "last_name" => "lastName",
            "phone_number" => "phone",
            "postal_code" => "postalCode",
            "country_code" => "country",
            "province" or "province_code" => "region",
            "address_line_1" => "street1",
            "address_line_2" => "street2",
            "business_name" => "company",
            var field => field,
        };
}
