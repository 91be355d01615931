using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Checkout.Changing.Addresses;
using Checkout.Http.Dialects.BigCommerce;
using Checkout.Http.Frame;
using Checkout.Http.Frame.Json;
using Checkout.Http.Storefront.Shipping;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Http.BigCommerce;

/// <summary>Its items go where the order goes otherwise.</summary>
public sealed class DeleteConsignmentEndpoint(Checkouts checkouts, OfferShipping offer) : ISlice
{
    public async Task<Reply> Handle(Call call) =>
        await checkouts.Answer(
            call,
            await checkouts.Change(
                call,
                PluginEventNames.ShippingAddressChanged,
                async (order, shop, occasion, cancellation) =>
                    order.ClosedBecause is { } closed ? closed
                    : !ShippingOptionsAnswer.Knows(call, order) ? UpdateConsignmentEndpoint.NoSuchConsignment()
                    : await offer.IfWanted(
                        call,
                        ShippingAddresses.Remove(order, shop, call.Route(BigCommerceRoutes.AddressId), occasion),
                        shop,
                        cancellation
                    )
            )
        );
}

internal static class WantedOptions
{
    /// <summary>The answer shows the options of the address as it is now.</summary>
    public static async ValueTask<Result<Order>> IfWanted(
        this OfferShipping offer,
        Call call,
        Result<Order> changed,
        Shop shop,
        CancellationToken cancellation
    ) => changed.Succeeded && SdkApi.WantsShippingOptions(call) ? await offer.To(changed.Value, shop, cancellation) : changed;
}

public sealed record ConsignmentRequest(
    SdkAddress? ShippingAddress,
    SdkAddress? Address,
    [property: JsonConverter(typeof(TextOrNumberConverter))] string? ShippingAddressId,
    ImmutableArray<ConsignmentItem>? LineItems
);

/// <param name="Quantity">Units that go there, up to the item's; left out, all of it.</param>
public sealed record ConsignmentItem([property: JsonConverter(typeof(TextOrNumberConverter))] string? ItemId, int? Quantity);

public sealed record ConsignmentUpdate(
    [property: JsonConverter(typeof(TextOrNumberConverter))] string? ShippingOptionId,
    SdkAddress? Address = null,
    SdkAddress? ShippingAddress = null,
    ImmutableArray<ConsignmentItem>? LineItems = null
);
