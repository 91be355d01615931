using Checkout.Shops;
using Checkout.Stores;

namespace Checkout.Running;

/// <summary>Changes a shop's document: load, decide, check whole, save; when another writer was faster it is decided again.</summary>
public sealed class ShopEditor(IShops shops)
{
    private const int Attempts = 5;

    public async Task<Result<Shop>> Change(string identifier, Func<Shop, Result<Shop>> decide, CancellationToken cancellation)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            if (await shops.Load(identifier, cancellation) is not { } stored)
                return Problem.NotFound();
            var decided = decide(stored.Shop);
            if (!decided.Succeeded || ReferenceEquals(decided.Value, stored.Shop))
                return decided;
            if (ShopRules.Check(decided.Value) is { Succeeded: false } refused)
                return refused;
            var saved = await shops.Save(decided.Value, stored.ETag, cancellation);
            if (!saved.Succeeded)
                return saved.Cast<Shop>();
            if (saved.Value)
                return decided;
        }

        return Problem.Locked();
    }
}
