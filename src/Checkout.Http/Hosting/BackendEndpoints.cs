using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Checkout.Http.Backend;
using Checkout.Http.Backend.CreateOrder;
using Checkout.Http.Backend.Customers;
using Checkout.Http.Backend.Inventory;
using Checkout.Http.Backend.Orders;
using Checkout.Http.Backend.Shops;
using Checkout.Http.Dialects.Bold;
using Checkout.Http.Frame;

namespace Checkout.Http.Hosting;

/// <summary>The Backend API.</summary>
public static class BackendEndpoints
{
    public static ImmutableArray<Endpoint> All { get; } =
    [
        Endpoint.Post<InitializeOrderEndpoint>(BackendRoutes.Init, Access.Backend(Scopes.WriteOrders)).Says("Starts an order and issues its JWT.").Takes<InitializeOrderRequest>(Examples.InitializeOrder).Gives<OpenedOrder>(),
        Endpoint.Post<ResumeOrderEndpoint>(BackendRoutes.Resume, Access.Backend(Scopes.WriteOrders)).Says("Opens an order again with a new JWT.").Takes<ResumeOrderRequest>(Examples.ResumeOrder).Gives<OpenedOrder>(),
        Endpoint.Post<CreateOrderEndpoint>(BackendRoutes.Create, Access.Backend(Scopes.WriteOrders)).Says("Creates an order and carries it through the commands given.").Takes<CreateOrderBody>(Examples.CreateOrder).Gives<CreatedOrder>(),
        Endpoint.Get<GetOrderEndpoint>(BackendRoutes.Order, Access.Backend(Scopes.ReadOrders)).Says("Reads an order.").Gives<StateOnly>(),
        Endpoint.Delete<DeleteOrderCustomerEndpoint>(BackendRoutes.Customer, Access.Backend(Scopes.WriteOrders)).Says("Removes the customer from an order.").Gives<StateOnly>(),
        Endpoint.Post<CreateAuthenticatedCustomerEndpoint>(BackendRoutes.AuthenticatedCustomer, Access.Backend(Scopes.WriteOrders)).Says("Sets a customer of the platform on an order.").Takes<CustomerBody>(Examples.Customer).Gives<CustomerAnswer>(),
        Endpoint.Get<GetShopInfoEndpoint>(BackendRoutes.ShopInfo, Access.BackendAnyShop(Scopes.ReadShop)).Says("Describes the shop that the token belongs to.").GivesFlat<ShopInfo>(),
        Endpoint.Get<GetPlatformCustomerEndpoint>(BackendRoutes.PlatformCustomer, Access.Backend(Scopes.ReadCustomers)).Says("Reads what the shop keeps of a customer, by the platform's id.").GivesFlat<PlatformCustomerAnswer>(),
        Endpoint.Get<ListVariantsEndpoint>(BackendRoutes.Variants, Access.Backend(Scopes.ReadProducts)).Says("Lists variants with their stock.").Asks(ListVariantsEndpoint.Filter, "in(platform_id:66,73), at most 100 ids.", required: true).Gives<ImmutableArray<VariantState>>(),
    ];

    private static class Examples
    {
        public const string InitializeOrder = """
            {"cart_items":[{"sku":"OAK_GRATER_SM","quantity":2,"line_item_key":"oak_cheese_grater_2643"}],"flow_id":"my-flow"}
            """;

        public const string CreateOrder = """
            {"idempotency_key":"2b268b6f-b3c0-4efb-9c43-1aa59d535182","cart_items":[{"sku":"KLS_472945","quantity":2,"line_item_key":"db3b1963-6ddd-4115-9f45-64c7edb3867d"}],"commands":{"0":"calculate_shipping"}}
            """;

        public const string ResumeOrder = """
            {"public_order_id":"nPTPIlIahDoEgZFabZNNvg7uxahLkGb1x4UINz3eqYV3eHewsjq7kubZc5BLAUqC"}
            """;

        public const string Customer = """
            {"platform_id":"50942578465125","first_name":"John","last_name":"Doe","email_address":"john.doe@example.com","accepts_marketing":false}
            """;
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(InitializeOrderRequest))]
[JsonSerializable(typeof(ResumeOrderRequest))]
[JsonSerializable(typeof(OpenedOrder))]
[JsonSerializable(typeof(CreateOrderBody))]
[JsonSerializable(typeof(CreatedOrder))]
[JsonSerializable(typeof(RunningOrder))]
[JsonSerializable(typeof(CustomerBody))]
[JsonSerializable(typeof(CustomerAnswer))]
[JsonSerializable(typeof(ShopInfo))]
[JsonSerializable(typeof(PlatformCustomerAnswer))]
[JsonSerializable(typeof(ImmutableArray<VariantState>))]
internal sealed partial class BackendJson : JsonSerializerContext;
