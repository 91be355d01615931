using System.Security.Cryptography;
using System.Text.Json;
using Checkout.Http.Frame;
using Checkout.Http.Frame.Json;

namespace Checkout.Http.Backend.Payments;

/// <summary>
/// What a request says, independent of white space and key order: an idempotency key that comes back with another hash
/// is refused.
/// </summary>
internal static class RequestHash
{
    /// <summary>SHA-256 of the endpoint, the path's payment and the fields that were read, hex.</summary>
    public static string Of<T>(Call call, T request)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(System.Text.Encoding.UTF8.GetBytes($"{call.Endpoint.Name}\n{call.Route(PaymentRoutes.PaymentId)}\n"));
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(request, WireJson.Of<T>()));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
