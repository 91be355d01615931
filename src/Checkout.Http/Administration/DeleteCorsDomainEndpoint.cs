using Checkout.Http.Frame;
using Checkout.Running;

namespace Checkout.Http.Administration;

/// <summary>Takes an origin off the list, by the domain in the body.</summary>
public sealed class DeleteCorsDomainEndpoint(ShopEditor editor) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var body = await call.Read<CorsOriginRequest>();
        return body.Succeeded
            ? await DeleteCorsOriginEndpoint.Delete(
                editor,
                call,
                origin => string.Equals(origin, body.Value.Origin, StringComparison.OrdinalIgnoreCase)
            )
            : body.Problems;
    }
}
