using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Checkout.Http.BigCommerce;
using Checkout.Http.BigCommerce.Carts;
using Checkout.Http.BigCommerce.Customers;
using Checkout.Http.BigCommerce.Placing;
using Checkout.Http.BigCommerce.Settings;
using Checkout.Http.Dialects.BigCommerce;
using Checkout.Http.Frame;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Hosting;

/// <summary>The paths and calls that today's BigCommerce API has beside those of its pages, as its SDK makes them.</summary>
public static class BigCommerceCurrentEndpoints
{
    public static ImmutableArray<Endpoint> All { get; } =
    [
        Endpoint
            .Get<GetCheckoutEndpoint>(BigCommerceRoutes.CurrentCheckout, Access.Facade)
            .Named("GetCheckoutAtCurrentPath")
            .Says("Reads a checkout.")
            .GivesFlat<CheckoutAnswer>(),
        Endpoint
            .Put<UpdateCheckoutEndpoint>(BigCommerceRoutes.CurrentCheckout, Access.Facade)
            .Named("UpdateCheckoutAtCurrentPath")
            .Says("Sets the shopper's message to the shop.")
            .Takes<CheckoutUpdate>()
            .GivesFlat<CheckoutBody>(),
        Endpoint
            .Post<AddCartItemsEndpoint>(BigCommerceRoutes.CurrentItems, Access.Facade)
            .Says("Adds products and gift certificates to the cart.")
            .Takes<LineItemsRequest>()
            .GivesFlat<CheckoutBody>(),
        Endpoint
            .Post<ApplyGiftCertificateEndpoint>(BigCommerceRoutes.CurrentGiftCertificates, Access.Facade)
            .Named("ApplyGiftCertificateAtCurrentPath")
            .Says("Pays with a gift certificate up to its balance.")
            .Takes<GiftCertificateRequest>()
            .GivesFlat<CheckoutBody>(),
        Endpoint
            .Delete<RemoveGiftCertificateEndpoint>(BigCommerceRoutes.CurrentGiftCertificate, Access.Facade)
            .Named("RemoveGiftCertificateAtCurrentPath")
            .Says("Removes a gift certificate.")
            .GivesFlat<CheckoutBody>(),
        Endpoint
            .Post<ApplyCouponEndpoint>(BigCommerceRoutes.CurrentCoupons, Access.Facade)
            .Named("ApplyCouponAtCurrentPath")
            .Says("Enters a coupon code.")
            .Takes<CouponCodeRequest>()
            .GivesFlat<CheckoutBody>(),
        Endpoint
            .Delete<RemoveCouponEndpoint>(BigCommerceRoutes.CurrentCoupon, Access.Facade)
            .Named("RemoveCouponAtCurrentPath")
            .Says("Removes a coupon.")
            .GivesFlat<CheckoutBody>(),
        Endpoint
            .Post<AddConsignmentsEndpoint>(BigCommerceRoutes.CurrentConsignments, Access.Facade)
            .Says("Sends items to addresses.")
            .Takes<ConsignmentRequest[]>()
            .GivesFlat<CheckoutBody>(),
        Endpoint
            .Put<UpdateConsignmentEndpoint>(BigCommerceRoutes.CurrentConsignment, Access.Facade)
            .Says("Changes a consignment: its address, its items, its shipping option.")
            .Takes<ConsignmentUpdate>()
            .GivesFlat<CheckoutBody>(),
        Endpoint
            .Delete<DeleteConsignmentEndpoint>(BigCommerceRoutes.CurrentConsignment, Access.Facade)
            .Says("Removes a consignment.")
            .GivesFlat<CheckoutBody>(),
        Endpoint
            .Post<CreateCartEndpoint>(BigCommerceRoutes.Carts, Access.Visitor)
            .Says("Begins a cart and signs the visitor's browser in to it.")
            .Takes<CartRequest>()
            .GivesFlat<CurrentCart>(),
        Endpoint
            .Get<ListCartsEndpoint>(BigCommerceRoutes.Carts, Access.Visitor)
            .Says("Reads the visitor's one cart, or none.")
            .GivesFlat<ImmutableArray<CurrentCart>>(),
        Endpoint.Get<GetCartEndpoint>(BigCommerceRoutes.Cart, Access.Facade).Says("Reads a cart.").GivesFlat<CurrentCart>(),
        Endpoint.Delete<DeleteCartEndpoint>(BigCommerceRoutes.Cart, Access.Facade).Says("Gives a cart up.").GivesNothing(),
        Endpoint
            .Post<SetCartCurrencyEndpoint>(BigCommerceRoutes.CartCurrency, Access.Facade)
            .Says("Asks for a currency; a shop has one.")
            .Takes<SetCartCurrencyRequest>()
            .GivesFlat<CurrentCart>(),
        Endpoint
            .Put<UpdateCartItemEndpoint>(BigCommerceRoutes.CurrentItem, Access.Facade)
            .Named("UpdateCartItemAtCurrentPath")
            .Says("Changes an item of the cart.")
            .Takes<CartUpdateRequest>()
            .GivesFlat<CurrentCart>(),
        Endpoint
            .Delete<DeleteCartItemEndpoint>(BigCommerceRoutes.CurrentItem, Access.Facade)
            .Named("DeleteCartItemAtCurrentPath")
            .Says("Removes an item from the cart.")
            .GivesFlat<CurrentCart>(),
        Endpoint
            .Get<GetCheckoutSettingsEndpoint>(BigCommerceRoutes.CheckoutSettings, Access.Visitor)
            .Says("Describes the store to a checkout page.")
            .GivesFlat<StoreSettings>(),
        Endpoint
            .Get<GetFormFieldsEndpoint>(BigCommerceRoutes.FormFields, Access.Visitor)
            .Says("Lists the fields of an address form.")
            .GivesFlat<FormFieldLists>(),
        Endpoint
            .Post<FindPickupOptionsEndpoint>(BigCommerceRoutes.PickupOptions, Access.Visitor)
            .Says("Finds places to pick the order up: there are none.")
            .GivesFlat<PickupOptions>(),
        Endpoint
            .Get<ListCurrentPaymentMethodsEndpoint>(BigCommerceRoutes.CurrentPayments, Access.Facade)
            .Says("Lists the payment methods with their forms.")
            .Asks("cartId", "The checkout; a shopper's own when left out.")
            .GivesFlat<ImmutableArray<CurrentPaymentMethod>>(),
        Endpoint
            .Get<GetCurrentPaymentMethodEndpoint>(BigCommerceRoutes.CurrentPayment, Access.Facade)
            .Says("Reads a payment method with its form.")
            .Asks("cartId", "The checkout; a shopper's own when left out.")
            .GivesFlat<CurrentPaymentMethod>(),
        Endpoint
            .Post<SubscribeEndpoint>(BigCommerceRoutes.Subscriptions, Access.Facade)
            .Says("Notes whether the shopper wants news.")
            .Takes<SubscriptionRequest>()
            .GivesFlat<SubscriptionState>(),
        Endpoint
            .Post<CreateCustomerEndpoint>(BigCommerceRoutes.Customer, Access.Visitor)
            .Says("Refused: accounts are the platform's.")
            .GivesFlat<CurrentCustomer>(),
        Endpoint
            .Post<AddCustomerAddressEndpoint>(BigCommerceRoutes.CustomerAddress, Access.Facade)
            .Says("Saves an address with the customer who is signed in.")
            .Takes<CurrentAddress>()
            .GivesFlat<CurrentCustomer>(),
        Endpoint
            .Post<ApplyStoreCreditEndpoint>(BigCommerceRoutes.StoreCredit, Access.Facade)
            .Says("Leaves the checkout as it is: there is no store credit.")
            .GivesFlat<CheckoutBody>(),
        Endpoint
            .Delete<ApplyStoreCreditEndpoint>(BigCommerceRoutes.StoreCredit, Access.Facade)
            .Named("RemoveStoreCredit")
            .Says("Leaves the checkout as it is: there is no store credit.")
            .GivesFlat<CheckoutBody>(),
        Endpoint
            .Post<CheckSpamEndpoint>(BigCommerceRoutes.SpamProtection, Access.Facade)
            .Says("Leaves the checkout as it is: no spam is looked for.")
            .GivesFlat<CheckoutBody>(),
    ];
}
