using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Checkout.Http.BigCommerce;
using Checkout.Http.BigCommerce.Carts;
using Checkout.Http.BigCommerce.Customers;
using Checkout.Http.BigCommerce.Placing;
using Checkout.Http.BigCommerce.Settings;
using Checkout.Http.Dialects.BigCommerce;

namespace Checkout.Http.Hosting;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CartRequest))]
[JsonSerializable(typeof(SdkCart))]
[JsonSerializable(typeof(ImmutableArray<SdkCart>))]
[JsonSerializable(typeof(SetCartCurrencyRequest))]
[JsonSerializable(typeof(StoreSettings))]
[JsonSerializable(typeof(FormFieldLists))]
[JsonSerializable(typeof(PickupOptions))]
[JsonSerializable(typeof(StoreCountries))]
[JsonSerializable(typeof(SdkPaymentMethod))]
[JsonSerializable(typeof(ImmutableArray<SdkPaymentMethod>))]
[JsonSerializable(typeof(SdkOrderRequest))]
[JsonSerializable(typeof(SdkCustomer))]
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
[JsonSerializable(typeof(SdkAddress))]
[JsonSerializable(typeof(SdkCheckout))]
[JsonSerializable(typeof(SdkOrder))]
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
