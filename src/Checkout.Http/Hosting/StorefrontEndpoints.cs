using System.Collections.Immutable;
using Checkout.Http.Dialects.Bold;
using Checkout.Http.Frame;
using Checkout.Http.Storefront;
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

/// <summary>The Storefront API (docs/contract/storefront.md), for a shopper's page with the JWT of its one order.</summary>
public static class StorefrontEndpoints
{
    public static ImmutableArray<Endpoint> All { get; } =
    [
        Endpoint
            .Post<SetShippingAddressEndpoint>(StorefrontRoutes.ShippingAddress, Access.Storefront)
            .Says("Sets the shipping address.")
            .Takes<AddressBody>()
            .Gives<AddressAnswer>(),
        Endpoint
            .Get<GetShippingAddressEndpoint>(StorefrontRoutes.ShippingAddress, Access.Storefront)
            .Says("Reads the shipping address.")
            .Gives<AddressAnswer>(),
        Endpoint
            .Put<UpdateShippingAddressEndpoint>(StorefrontRoutes.ShippingAddress, Access.Storefront)
            .Says("Replaces every field of the shipping address.")
            .Takes<AddressBody>()
            .Gives<AddressAnswer>(),
        Endpoint
            .Delete<DeleteShippingAddressEndpoint>(StorefrontRoutes.ShippingAddress, Access.Storefront)
            .Says("Removes the shipping address.")
            .Gives<StateOnly>(),
        Endpoint
            .Post<SetBillingAddressEndpoint>(StorefrontRoutes.BillingAddress, Access.Storefront)
            .Says("Sets the billing address.")
            .Takes<AddressBody>()
            .Gives<AddressAnswer>(),
        Endpoint
            .Get<GetBillingAddressEndpoint>(StorefrontRoutes.BillingAddress, Access.Storefront)
            .Says("Reads the billing address.")
            .Gives<AddressAnswer>(),
        Endpoint
            .Put<UpdateBillingAddressEndpoint>(StorefrontRoutes.BillingAddress, Access.Storefront)
            .Says("Replaces every field of the billing address.")
            .Takes<AddressBody>()
            .Gives<AddressAnswer>(),
        Endpoint
            .Delete<DeleteBillingAddressEndpoint>(StorefrontRoutes.BillingAddress, Access.Storefront)
            .Says("Removes the billing address.")
            .Gives<StateOnly>(),
        Endpoint
            .Get<ValidateAddressEndpoint>(StorefrontRoutes.ValidateAddress, Access.Storefront)
            .Says("Checks an address, given in the query, and changes nothing.")
            .Asks("country_code", "ISO 3166-1 alpha-2; the other fields of an address go beside it.", required: true)
            .Gives<ImmutableArray<EmptyObject>>(),
        Endpoint
            .Post<AddGuestCustomerEndpoint>(StorefrontRoutes.Guest, Access.Storefront)
            .Says("Sets a guest on an order without a customer.")
            .Takes<ShopperDetails>()
            .Gives<ShopperCustomer>(),
        Endpoint
            .Put<UpdateGuestCustomerEndpoint>(StorefrontRoutes.Guest, Access.Storefront)
            .Says("Changes the guest; deprecated for Update Customer.")
            .Takes<ShopperDetails>()
            .Gives<ShopperCustomer>(),
        Endpoint
            .Put<UpdateCustomerEndpoint>(StorefrontRoutes.Customer, Access.Storefront)
            .Says("Changes the customer.")
            .Takes<ShopperDetails>()
            .Gives<ShopperCustomer>(),
        Endpoint
            .Get<GetCustomerEndpoint>(StorefrontRoutes.Customer, Access.Storefront)
            .Says("Reads the customer.")
            .Gives<ShopperCustomer>(),
        Endpoint
            .Delete<DeleteCustomerEndpoint>(StorefrontRoutes.Customer, Access.Storefront)
            .Says("Removes the customer.")
            .Gives<StateOnly>(),
        Endpoint
            .Get<ValidateEmailEndpoint>(StorefrontRoutes.ValidateEmail, Access.Storefront)
            .Says("Checks the form of an e-mail address and whether its domain takes mail.")
            .Asks("email_address", "The address.", required: true)
            .Gives<ImmutableArray<EmptyObject>>(),
        Endpoint
            .Post<AddDiscountEndpoint>(StorefrontRoutes.Discounts, Access.Storefront)
            .Says("Enters a discount code.")
            .Takes<DiscountCodeBody>()
            .Gives<DiscountAnswer>(),
        Endpoint
            .Get<GetDiscountsEndpoint>(StorefrontRoutes.Discounts, Access.Storefront)
            .Says("Lists every discount of the order.")
            .Gives<DiscountsAnswer>(),
        Endpoint
            .Delete<DeleteDiscountEndpoint>(StorefrontRoutes.Discounts, Access.Storefront)
            .Says("Removes a discount code.")
            .Takes<DiscountCodeBody>()
            .Gives<DiscountsAnswer>(),
        Endpoint
            .Get<ValidateDiscountEndpoint>(StorefrontRoutes.ValidateDiscount, Access.Storefront)
            .Says("Checks a discount code and changes nothing.")
            .Asks("discount_code", "The code.", required: true)
            .Gives<EmptyObject>(),
        Endpoint
            .Post<AddItemEndpoint>(StorefrontRoutes.Items, Access.Storefront)
            .Says("Adds a product of the shop.")
            .Takes<ItemBody>()
            .Gives<ItemsAnswer>(),
        Endpoint.Get<GetItemsEndpoint>(StorefrontRoutes.Items, Access.Storefront).Says("Lists the lines.").Gives<ItemsAnswer>(),
        Endpoint
            .Put<UpdateItemEndpoint>(StorefrontRoutes.Items, Access.Storefront)
            .Says("Changes the quantity of a line.")
            .Takes<ItemBody>()
            .Gives<ItemAnswer>(),
        Endpoint
            .Delete<DeleteItemEndpoint>(StorefrontRoutes.Items, Access.Storefront)
            .Says("Removes a line.")
            .Takes<ItemBody>()
            .Gives<ItemsAnswer>(),
        Endpoint
            .Get<GetShippingLinesEndpoint>(StorefrontRoutes.ShippingLines, Access.Storefront)
            .Says("Lists the shipping lines that can be chosen.")
            .Gives<ShippingLinesAnswer>(),
        Endpoint
            .Post<SelectShippingLineEndpoint>(StorefrontRoutes.ShippingLines, Access.Storefront)
            .Says("Chooses a shipping line.")
            .Takes<ShippingChoice>()
            .Gives<SelectedShippingAnswer>(),
        Endpoint
            .Post<EstimateShippingLinesEndpoint>(StorefrontRoutes.EstimateShippingLines, Access.Storefront)
            .Says("Lists the shipping lines for another address.")
            .Takes<AddressBody>()
            .Gives<ShippingLinesAnswer>(),
        Endpoint
            .Post<GenerateTaxesEndpoint>(StorefrontRoutes.Taxes, Access.Storefront)
            .Says("Calculates the taxes and puts them on the order.")
            .Gives<TaxesAnswer>(),
        Endpoint.Get<GetTaxesEndpoint>(StorefrontRoutes.Taxes, Access.Storefront).Says("Lists the taxes.").Gives<TaxesAnswer>(),
        Endpoint
            .Post<EstimateTaxesEndpoint>(StorefrontRoutes.EstimateTaxes, Access.Storefront)
            .Says("Calculates the taxes for another address.")
            .Takes<AddressBody>()
            .Gives<TaxesAnswer>(),
        Endpoint.Get<GetPaymentsEndpoint>(StorefrontRoutes.Payments, Access.Storefront).Says("Lists the payments.").Gives<PaymentsAnswer>(),
        Endpoint
            .Post<AddPaymentEndpoint>(StorefrontRoutes.Payments, Access.Storefront)
            .Says("Adds a payment; it is authorized when the order is placed.")
            .Takes<PaymentBody>()
            .Gives<PaymentAnswer>(),
        Endpoint
            .Put<UpdatePaymentEndpoint>(StorefrontRoutes.Payments, Access.Storefront)
            .Says("Changes the amount of the payment with that token.")
            .Takes<PaymentBody>()
            .Gives<PaymentAnswer>(),
        Endpoint
            .Delete<DeletePaymentEndpoint>(StorefrontRoutes.Payments, Access.Storefront)
            .Says("Removes the payment with that token.")
            .Takes<PaymentBody>()
            .Gives<PaymentsAnswer>(),
        Endpoint
            .Delete<DeleteGiftCardPaymentEndpoint>(StorefrontRoutes.GiftCardPayment, Access.Storefront)
            .Says("Removes a gift card.")
            .Takes<GiftCardPaymentBody>()
            .Gives<StateOnly>(),
        Endpoint
            .Delete<DeleteSavedPaymentEndpoint>(StorefrontRoutes.SavedPayment, Access.Storefront)
            .Says("Deletes a payment method that the customer has saved.")
            .Gives<StateOnly>(),
        Endpoint
            .Post<OnScaEndpoint>(StorefrontRoutes.OnSca, Access.Storefront)
            .Says("Settles a payment that the shopper was asked to confirm.")
            .Takes<ScaBody>()
            .Gives<ScaAnswer>(),
        Endpoint
            .Get<GetFastlaneTokenEndpoint>(StorefrontRoutes.FastlaneToken, Access.Storefront)
            .Says("A client token for an accelerated checkout.")
            .Gives<FastlaneToken>(),
        Endpoint.Post<ProcessOrderEndpoint>(StorefrontRoutes.ProcessOrder, Access.Storefront).Says("Places the order.").Gives<StateOnly>(),
        Endpoint.Get<RefreshOrderEndpoint>(StorefrontRoutes.Refresh, Access.Storefront).Says("Reads the order again.").Gives<StateOnly>(),
        Endpoint
            .Get<CheckInventoryEndpoint>(StorefrontRoutes.CheckInventory, Access.Storefront)
            .Says("Checks whether everything is available.")
            .Asks("stage", "initial or final.", required: false)
            .Gives<InventoryChecked>(),
        Endpoint.Get<GetMetaDataEndpoint>(StorefrontRoutes.MetaData, Access.Storefront).Says("Reads the metadata.").Gives<MetaDataAnswer>(),
        Endpoint
            .Post<ReplaceMetaDataEndpoint>(StorefrontRoutes.MetaData, Access.Storefront)
            .Says("Replaces all metadata.")
            .Takes<MetaDataBody>()
            .Gives<MetaDataAnswer>(),
        Endpoint
            .Patch<PatchMetaDataEndpoint>(StorefrontRoutes.MetaData, Access.Storefront)
            .Says("Adds to the metadata.")
            .Takes<MetaDataBody>()
            .Gives<MetaDataAnswer>(),
        Endpoint
            .Delete<DeleteMetaDataEndpoint>(StorefrontRoutes.MetaData, Access.Storefront)
            .Says("Empties the metadata.")
            .Gives<MetaDataAnswer>(),
        Endpoint
            .Post<BatchEndpoint>(StorefrontRoutes.Batch, Access.Storefront)
            .Says("Runs up to 20 storefront calls as one.")
            .Takes<BatchBody>(),
        Endpoint
            .Post<AddLogEndpoint>(StorefrontRoutes.Log, Access.Storefront)
            .Says("Writes a line to the log.")
            .Takes<LogBody>()
            .Gives<LogAnswer>(),
        Endpoint
            .Post<AppHookEndpoint>(StorefrontRoutes.AppHook, Access.Storefront)
            .Says("Raises app_hook for a plugin and applies its actions.")
            .Takes<AppHookBody>()
            .Gives<StateOnly>(),
        Endpoint
            .Post<CreateWalletOrderEndpoint>(StorefrontRoutes.WalletPayCreate, Access.Storefront)
            .Says("Starts an express payment.")
            .Takes<WalletPayBody>()
            .Gives<WalletPayAnswer>(),
        Endpoint
            .Post<WalletShippingEndpoint>(StorefrontRoutes.WalletPayShipping, Access.Storefront)
            .Says("Sets the address and shipping option that the shopper chose in the wallet.")
            .Takes<WalletPayBody>()
            .Gives<WalletPayAnswer>(),
        Endpoint
            .Post<ApproveWalletOrderEndpoint>(StorefrontRoutes.WalletPayApprove, Access.Storefront)
            .Says("Adds the wallet's payment to the order.")
            .Takes<WalletPayBody>()
            .Gives<WalletPayAnswer>(),
    ];
}
