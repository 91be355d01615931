using System.Collections.Immutable;
using Checkout.Http.BigCommerce;
using Checkout.Http.BigCommerce.Carts;
using Checkout.Http.BigCommerce.Customers;
using Checkout.Http.BigCommerce.Placing;
using Checkout.Http.BigCommerce.Settings;
using Checkout.Http.Frame;

namespace Checkout.Http.Hosting;

/// <summary>The paths and calls that today's BigCommerce API has beside those of its pages, as its SDK makes them.</summary>
public static class BigCommerceSdkEndpoints
{
    public static ImmutableArray<Endpoint> All { get; } =
    [
        Endpoint
            .Get<GetCheckoutEndpoint>(BigCommerceRoutes.SdkCheckout, Access.Facade)
            .Named("GetCheckoutAtSdkPath")
            .Says("Reads a checkout.")
            .GivesFlat<CheckoutAnswer>(),
        Endpoint
            .Put<UpdateCheckoutEndpoint>(BigCommerceRoutes.SdkCheckout, Access.Facade)
            .Named("UpdateCheckoutAtSdkPath")
            .Says("Sets the shopper's message to the shop.")
            .Takes<CheckoutUpdate>()
            .GivesFlat<CheckoutBody>(),
        Endpoint
            .Post<AddCartItemsEndpoint>(BigCommerceRoutes.SdkItems, Access.Facade)
            .Says("Adds products and gift certificates to the cart.")
            .Takes<LineItemsRequest>()
            .GivesFlat<CheckoutBody>(),
        Endpoint
            .Post<ApplyGiftCertificateEndpoint>(BigCommerceRoutes.SdkGiftCertificates, Access.Facade)
            .Named("ApplyGiftCertificateAtSdkPath")
            .Says("Pays with a gift certificate up to its balance.")
            .Takes<GiftCertificateRequest>()
            .GivesFlat<CheckoutBody>(),
        Endpoint
            .Delete<RemoveGiftCertificateEndpoint>(BigCommerceRoutes.SdkGiftCertificate, Access.Facade)
            .Named("RemoveGiftCertificateAtSdkPath")
            .Says("Removes a gift certificate.")
            .GivesFlat<CheckoutBody>(),
        Endpoint
            .Post<ApplyCouponEndpoint>(BigCommerceRoutes.SdkCoupons, Access.Facade)
            .Named("ApplyCouponAtSdkPath")
            .Says("Enters a coupon code.")
            .Takes<CouponCodeRequest>()
            .GivesFlat<CheckoutBody>(),
        Endpoint
            .Delete<RemoveCouponEndpoint>(BigCommerceRoutes.SdkCoupon, Access.Facade)
            .Named("RemoveCouponAtSdkPath")
            .Says("Removes a coupon.")
            .GivesFlat<CheckoutBody>(),
        Endpoint
            .Post<AddConsignmentsEndpoint>(BigCommerceRoutes.SdkConsignments, Access.Facade)
            .Says("Sends items to addresses.")
            .Takes<ConsignmentRequest[]>()
            .GivesFlat<CheckoutBody>(),
        Endpoint
            .Put<UpdateConsignmentEndpoint>(BigCommerceRoutes.SdkConsignment, Access.Facade)
            .Says("Changes a consignment: its address, its items, its shipping option.")
            .Takes<ConsignmentUpdate>()
            .GivesFlat<CheckoutBody>(),
        Endpoint
            .Delete<DeleteConsignmentEndpoint>(BigCommerceRoutes.SdkConsignment, Access.Facade)
            .Says("Removes a consignment.")
            .GivesFlat<CheckoutBody>(),
        Endpoint
            .Post<CreateCartEndpoint>(BigCommerceRoutes.Carts, Access.Visitor)
            .Says("Begins a cart and signs the visitor's browser in to it.")
            .Takes<CartRequest>()
            .GivesFlat<SdkCart>(),
        Endpoint
            .Get<ListCartsEndpoint>(BigCommerceRoutes.Carts, Access.Visitor)
            .Says("Reads the visitor's one cart, or none.")
            .GivesFlat<ImmutableArray<SdkCart>>(),
        Endpoint.Get<GetCartEndpoint>(BigCommerceRoutes.Cart, Access.Facade).Says("Reads a cart.").GivesFlat<SdkCart>(),
        Endpoint.Delete<DeleteCartEndpoint>(BigCommerceRoutes.Cart, Access.Facade).Says("Gives a cart up.").GivesNothing(),
        Endpoint
            .Post<SetCartCurrencyEndpoint>(BigCommerceRoutes.CartCurrency, Access.Facade)
            .Says("Asks for a currency; a shop has one.")
            .Takes<SetCartCurrencyRequest>()
            .GivesFlat<SdkCart>(),
        Endpoint
            .Put<UpdateCartItemEndpoint>(BigCommerceRoutes.SdkItem, Access.Facade)
            .Named("UpdateCartItemAtSdkPath")
            .Says("Changes an item of the cart.")
            .Takes<CartUpdateRequest>()
            .GivesFlat<SdkCart>(),
        Endpoint
            .Delete<DeleteCartItemEndpoint>(BigCommerceRoutes.SdkItem, Access.Facade)
            .Named("DeleteCartItemAtSdkPath")
            .Says("Removes an item from the cart.")
            .GivesFlat<SdkCart>(),
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
            .Get<ListSdkPaymentMethodsEndpoint>(BigCommerceRoutes.SdkPayments, Access.Facade)
            .Says("Lists the payment methods with their forms.")
            .Asks("cartId", "The checkout; a shopper's own when left out.")
            .GivesFlat<ImmutableArray<SdkPaymentMethod>>(),
        Endpoint
            .Get<GetSdkPaymentMethodEndpoint>(BigCommerceRoutes.SdkPayment, Access.Facade)
            .Says("Reads a payment method with its form.")
            .Asks("cartId", "The checkout; a shopper's own when left out.")
            .GivesFlat<SdkPaymentMethod>(),
        Endpoint
            .Post<SubscribeEndpoint>(BigCommerceRoutes.Subscriptions, Access.Facade)
            .Says("Notes whether the shopper wants news.")
            .Takes<SubscriptionRequest>()
            .GivesFlat<SubscriptionState>(),
        Endpoint
            .Post<CreateCustomerEndpoint>(BigCommerceRoutes.Customer, Access.Visitor)
            .Says("Refused: accounts are the platform's.")
            .GivesFlat<SdkCustomer>(),
        Endpoint
            .Post<AddCustomerAddressEndpoint>(BigCommerceRoutes.CustomerAddress, Access.Facade)
            .Says("Saves an address with the customer who is signed in.")
            .Takes<SdkAddress>()
            .GivesFlat<SdkCustomer>(),
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
