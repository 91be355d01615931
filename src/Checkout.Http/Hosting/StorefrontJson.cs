using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Checkout.Http.Dialects.Bold;
using Checkout.Http.Storefront.Addresses;
using Checkout.Http.Storefront.Batches;
using Checkout.Http.Storefront.Customers;
using Checkout.Http.Storefront.Discounts;
using Checkout.Http.Storefront.Inventory;
using Checkout.Http.Storefront.Items;
using Checkout.Http.Storefront.Logs;
using Checkout.Http.Storefront.MetaData;
using Checkout.Http.Storefront.Orders;
using Checkout.Http.Storefront.Payments;
using Checkout.Http.Storefront.Plugins;
using Checkout.Http.Storefront.Shipping;
using Checkout.Http.Storefront.Taxes;
using Checkout.Http.Storefront.WalletPay;

namespace Checkout.Http.Hosting;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(ImmutableArray<EmptyObject>))]
[JsonSerializable(typeof(AddressBody))]
[JsonSerializable(typeof(AddressAnswer))]
[JsonSerializable(typeof(ShopperDetails))]
[JsonSerializable(typeof(ShopperCustomer))]
[JsonSerializable(typeof(DiscountCodeBody))]
[JsonSerializable(typeof(DiscountAnswer))]
[JsonSerializable(typeof(DiscountsAnswer))]
[JsonSerializable(typeof(ItemBody))]
[JsonSerializable(typeof(ItemAnswer))]
[JsonSerializable(typeof(ItemsAnswer))]
[JsonSerializable(typeof(ShippingChoice))]
[JsonSerializable(typeof(ShippingLinesAnswer))]
[JsonSerializable(typeof(SelectedShippingAnswer))]
[JsonSerializable(typeof(TaxesAnswer))]
[JsonSerializable(typeof(PaymentBody))]
[JsonSerializable(typeof(PaymentAnswer))]
[JsonSerializable(typeof(PaymentsAnswer))]
[JsonSerializable(typeof(GiftCardPaymentBody))]
[JsonSerializable(typeof(ScaBody))]
[JsonSerializable(typeof(ScaAnswer))]
[JsonSerializable(typeof(ConfirmationNeeded))]
[JsonSerializable(typeof(InventoryChecked))]
[JsonSerializable(typeof(MetaDataBody))]
[JsonSerializable(typeof(MetaDataAnswer))]
[JsonSerializable(typeof(BatchBody))]
[JsonSerializable(typeof(LogBody))]
[JsonSerializable(typeof(LogAnswer))]
[JsonSerializable(typeof(AppHookBody))]
[JsonSerializable(typeof(WalletPayBody))]
[JsonSerializable(typeof(WalletPayAnswer))]
[JsonSerializable(typeof(FastlaneToken))]
internal sealed partial class StorefrontJson : JsonSerializerContext;
