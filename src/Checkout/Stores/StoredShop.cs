using Checkout.Shops;

namespace Checkout.Stores;

public sealed record StoredShop(Shop Shop, string ETag);
