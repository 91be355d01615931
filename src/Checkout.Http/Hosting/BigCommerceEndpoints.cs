using System.Collections.Immutable;
using Checkout.Http.BigCommerce;
using Checkout.Http.Frame;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Hosting;

/// <summary>
/// The BigCommerce Storefront Checkout API over the same orders (docs/contract/bigcommerce.md), by the paths of its pages.
/// </summary>
public static class BigCommerceEndpoints
{
    public static ImmutableArray<Endpoint> All { get; } =
    [
        Endpoint
            .Get<ListCheckoutsEndpoint>(BigCommerceRoutes.Checkouts, Access.Facade)
            .Says("Lists the shopper's one checkout, or a client's 50 newest open ones.")
            .GivesFlat<CheckoutsAnswer>(),
        Endpoint.Get<GetCheckoutEndpoint>(BigCommerceRoutes.Checkout, Access.Facade).Says("Reads a checkout.").GivesFlat<CheckoutAnswer>(),
        Endpoint
            .Put<UpdateCartItemEndpoint>(BigCommerceRoutes.Item, Access.Facade)
            .Says("Changes an item of the cart.")
            .Takes<CartUpdateRequest>()
            .GivesFlat<CheckoutBody>(),
        Endpoint
            .Delete<DeleteCartItemEndpoint>(BigCommerceRoutes.Item, Access.Facade)
            .Says("Removes an item from the cart.")
            .GivesFlat<CheckoutBody>(),
        Endpoint
            .Post<AddCheckoutBillingAddressEndpoint>(BigCommerceRoutes.BillingAddresses, Access.Facade)
            .Says("Sets the billing address, and who pays by its e-mail address.")
            .Takes<ShopperAddress>()
            .GivesFlat<CheckoutBody>(),
        Endpoint
            .Put<UpdateCheckoutBillingAddressEndpoint>(BigCommerceRoutes.BillingAddress, Access.Facade)
            .Says("Changes the billing address.")
            .Takes<ShopperAddress>()
            .GivesFlat<CheckoutBody>(),
        Endpoint
            .Post<AddCheckoutShippingAddressEndpoint>(BigCommerceRoutes.ShippingAddresses, Access.Facade)
            .Says("Adds a shipping address: the checkout's own, or a further one.")
            .Takes<ShopperAddress>()
            .GivesFlat<CheckoutBody>(),
        Endpoint
            .Put<UpdateCheckoutShippingAddressEndpoint>(BigCommerceRoutes.ShippingAddress, Access.Facade)
            .Says("Changes a shipping address.")
            .Takes<ShopperAddress>()
            .GivesFlat<CheckoutBody>(),
        Endpoint
            .Get<ListPaymentMethodsEndpoint>(BigCommerceRoutes.Payments, Access.Facade)
            .Says("Lists the payment methods.")
            .GivesFlat<PaymentMethodsAnswer>(),
        Endpoint
            .Post<ApplyGiftCertificateEndpoint>(BigCommerceRoutes.GiftCertificates, Access.Facade)
            .Says("Pays with a gift certificate up to its balance.")
            .Takes<GiftCertificateRequest>()
            .GivesFlat<CheckoutBody>(),
        Endpoint
            .Delete<RemoveGiftCertificateEndpoint>(BigCommerceRoutes.GiftCertificate, Access.Facade)
            .Says("Removes a gift certificate.")
            .GivesFlat<CheckoutBody>(),
        Endpoint
            .Post<ApplyCouponEndpoint>(BigCommerceRoutes.Coupons, Access.Facade)
            .Says("Enters a coupon code.")
            .Takes<CouponCodeRequest>()
            .GivesFlat<CheckoutBody>(),
        Endpoint.Delete<RemoveCouponEndpoint>(BigCommerceRoutes.Coupon, Access.Facade).Says("Removes a coupon.").GivesFlat<CheckoutBody>(),
        Endpoint
            .Get<ListShippingOptionsEndpoint>(BigCommerceRoutes.ShippingOptions, Access.Facade)
            .Says("Lists the shipping options of an address.")
            .GivesFlat<ShippingOptionsAnswer>(),
        Endpoint
            .Put<SelectShippingOptionEndpoint>(BigCommerceRoutes.ShippingOption, Access.Facade)
            .Says("Selects a shipping option.")
            .GivesFlat<ShippingOptionsAnswer>(),
        Endpoint
            .Post<PlaceOrderEndpoint>(BigCommerceRoutes.PlaceOrder, Access.Facade)
            .Says("Places the order, or sends the shopper to the gateway's page.")
            .Takes<PlaceOrderRequest>()
            .GivesFlat<PlacedOrderAnswer>(StatusCodes.Status201Created),
        Endpoint
            .Get<GetPlacedOrderEndpoint>(BigCommerceRoutes.Order, Access.Facade)
            .Says("Reads an order for its confirmation page.")
            .GivesFlat<PlacedOrderAnswer>(),
        Endpoint
            .Put<FinalizeOrderEndpoint>(BigCommerceRoutes.Order, Access.Facade)
            .Says("Finishes an order that was paid on the gateway's page.")
            .GivesFlat<OrderBody>(),
        Endpoint
            .Put<UpdateCheckoutEndpoint>(BigCommerceRoutes.Checkout, Access.Facade)
            .Says("Sets the shopper's message to the shop.")
            .Takes<CheckoutUpdate>()
            .GivesFlat<CheckoutBody>(),
    ];
}
