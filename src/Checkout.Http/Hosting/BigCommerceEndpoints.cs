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

/// <summary>
/// The BigCommerce Storefront Checkout API over the same orders (docs/contract/bigcommerce.md), with the paths
/// that today's API has for some of the calls.
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

    /// <summary>What the platform's SDK asks of its internal API.</summary>
    public static ImmutableArray<Endpoint> Internal { get; } =
    [
        Endpoint
            .Post<SubmitCurrentOrderEndpoint>(BigCommerceRoutes.InternalOrder, Access.Facade)
            .Says("Places the visitor's order.")
            .Takes<CurrentOrderRequest>()
            .GivesFlat<PlacedOrderAnswer>(StatusCodes.Status201Created),
        Endpoint
            .Post<FinalizeOrderEndpoint>(BigCommerceRoutes.InternalOrderById, Access.Facade)
            .Named("FinalizeCurrentOrder")
            .Says("Finishes an order that was paid on the gateway's page.")
            .GivesFlat<OrderBody>(),
        Endpoint
            .Post<SignInCustomerEndpoint>(BigCommerceRoutes.InternalCustomer, Access.Visitor)
            .Says("Refused: the platform's back office signs shoppers in.")
            .GivesFlat<CurrentCustomer>(),
        Endpoint
            .Delete<SignOutCustomerEndpoint>(BigCommerceRoutes.InternalCustomer, Access.Facade)
            .Says("Takes the customer off the visitor's checkout.")
            .Takes<SignOutRequest>()
            .GivesFlat<SignedOut>(),
        Endpoint
            .Get<ListStoreCountriesEndpoint>(BigCommerceRoutes.StoreCountries, Access.Visitor)
            .Says("Lists the countries that the shop bills to.")
            .GivesFlat<StoreCountries>(),
        Endpoint
            .Get<ListShippingCountriesEndpoint>(BigCommerceRoutes.ShippingCountries, Access.Visitor)
            .Says("Lists the countries that the shop ships to.")
            .GivesFlat<StoreCountries>(),
    ];
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CartRequest))]
[JsonSerializable(typeof(CurrentCart))]
[JsonSerializable(typeof(ImmutableArray<CurrentCart>))]
[JsonSerializable(typeof(SetCartCurrencyRequest))]
[JsonSerializable(typeof(StoreSettings))]
[JsonSerializable(typeof(FormFieldLists))]
[JsonSerializable(typeof(PickupOptions))]
[JsonSerializable(typeof(StoreCountries))]
[JsonSerializable(typeof(CurrentPaymentMethod))]
[JsonSerializable(typeof(ImmutableArray<CurrentPaymentMethod>))]
[JsonSerializable(typeof(CurrentOrderRequest))]
[JsonSerializable(typeof(CurrentCustomer))]
[JsonSerializable(typeof(SubscriptionRequest))]
[JsonSerializable(typeof(SubscriptionState))]
[JsonSerializable(typeof(SignOutRequest))]
[JsonSerializable(typeof(SignedOut))]
[JsonSerializable(typeof(CheckoutError))]
[JsonSerializable(typeof(ErrorInner))]
[JsonSerializable(typeof(CheckoutAnswer))]
[JsonSerializable(typeof(CheckoutsAnswer))]
[JsonSerializable(typeof(CheckoutBody))]
[JsonSerializable(typeof(CheckoutUpdate))]
[JsonSerializable(typeof(CurrentAddress))]
[JsonSerializable(typeof(CurrentCheckout))]
[JsonSerializable(typeof(CurrentOrder))]
[JsonSerializable(typeof(CartUpdateRequest))]
[JsonSerializable(typeof(LineItemsRequest))]
[JsonSerializable(typeof(ShopperAddress))]
[JsonSerializable(typeof(GiftCertificateRequest))]
[JsonSerializable(typeof(CouponCodeRequest))]
[JsonSerializable(typeof(ConsignmentRequest[]))]
[JsonSerializable(typeof(ConsignmentUpdate))]
[JsonSerializable(typeof(ShippingOptionsAnswer))]
[JsonSerializable(typeof(PaymentMethodsAnswer))]
[JsonSerializable(typeof(PlaceOrderRequest))]
[JsonSerializable(typeof(PlacedOrderAnswer))]
[JsonSerializable(typeof(OrderBody))]
internal sealed partial class BigCommerceJson : JsonSerializerContext;
