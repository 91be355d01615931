using Checkout.Addresses;
using Checkout.Http.Frame;
using Checkout.Shops;

namespace Checkout.Http.BigCommerce.Settings;

/// <summary>The countries that the shop ships to.</summary>
public sealed class ListShippingCountriesEndpoint : ISlice
{
    public Task<Reply> Handle(Call call) =>
        Task.FromResult(Reply.Of(StoreCountries.Of(Countries.All.Where(country => ServedCountries.ShipsTo(call.Shop, country)))));
}
