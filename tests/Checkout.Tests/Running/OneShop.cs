using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Tests.Running;

internal sealed class OneShop(Shop shop) : IShops
{
    public Task<Shop?> Find(string identifier, CancellationToken cancellation) =>
        Task.FromResult(identifier == shop.Identifier || identifier == "othershop1" ? shop : null);

    public Task<StoredShop?> Load(string identifier, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<Result<bool>> Save(Shop shop, string? etag, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<IReadOnlyList<string>> Identifiers(CancellationToken cancellation) => throw new NotSupportedException();
}
