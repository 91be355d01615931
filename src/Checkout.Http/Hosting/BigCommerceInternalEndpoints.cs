using System.Collections.Immutable;
using Checkout.Http.BigCommerce;
using Checkout.Http.BigCommerce.Customers;
using Checkout.Http.BigCommerce.Placing;
using Checkout.Http.BigCommerce.Settings;
using Checkout.Http.Frame;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Hosting;

/// <summary>What BigCommerce's SDK asks of the platform's internal API.</summary>
public static class BigCommerceInternalEndpoints
{
    public static ImmutableArray<Endpoint> All { get; } =
    [
        Endpoint
            .Post<SubmitSdkOrderEndpoint>(BigCommerceRoutes.InternalOrder, Access.Facade)
            .Says("Places the visitor's order.")
            .Takes<SdkOrderRequest>()
            .GivesFlat<PlacedOrderAnswer>(StatusCodes.Status201Created),
        Endpoint
            .Post<FinalizeOrderEndpoint>(BigCommerceRoutes.InternalOrderById, Access.Facade)
            .Named("FinalizeSdkOrder")
            .Says("Finishes an order that was paid on the gateway's page.")
            .GivesFlat<OrderBody>(),
        Endpoint
            .Post<SignInCustomerEndpoint>(BigCommerceRoutes.InternalCustomer, Access.Visitor)
            .Says("Refused: the platform's back office signs shoppers in.")
            .GivesFlat<SdkCustomer>(),
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
