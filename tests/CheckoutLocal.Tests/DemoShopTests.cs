using Checkout.Http.Frame;
using Checkout.Http.Hosting;
using Checkout.Stores;
using Checkout.Testing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Checkout.Local.Tests;

/// <summary>Its links lead to the storefront that the host serves, wherever that was yesterday.</summary>
public sealed class DemoShopTests(LocalCheckout checkout) : IClassFixture<LocalCheckout>
{
    [Fact]
    public async Task Start_OnAnotherPort_MovesTheDemosLinksAndNothingElse()
    {
        var before = (await checkout.Service<IShops>().Load(LocalCheckout.Shop, default))!.Shop;
        before.Checkout.LinkToCart.ShouldBe("http://localhost:7071/demo/");

        await StartOn("http://localhost:7072");

        var moved = (await checkout.Service<IShops>().Load(LocalCheckout.Shop, default))!;
        moved.Shop.Checkout.LinkToCart.ShouldBe("http://localhost:7072/demo/");
        moved.Shop.Checkout.ResumableLink.ShouldBe("http://localhost:7072/demo/?order={public_order_id}");

        await StartOn("http://localhost:7072");
        (await checkout.Service<IShops>().Load(LocalCheckout.Shop, default))!.ETag.ShouldBe(moved.ETag);

        var own = moved.Shop with { Checkout = moved.Shop.Checkout with { LinkToCart = "https://shop.example.com/cart" } };
        await checkout.Service<IShops>().Save(own, moved.ETag, default);
        await StartOn("http://localhost:7071");
        var after = (await checkout.Service<IShops>().Load(LocalCheckout.Shop, default))!.Shop.Checkout;
        after.LinkToCart.ShouldBe("https://shop.example.com/cart");
        after.ResumableLink.ShouldBe(before.Checkout.ResumableLink);
    }

    private Task StartOn(string url) =>
        ActivatorUtilities
            .CreateInstance<DemoShop>(
                checkout.Service<IServiceProvider>(),
                Repository.Path("samples"),
                checkout.Service<HttpSettings>() with
                {
                    PublicUrl = url,
                }
            )
            .StartAsync(default);
}
