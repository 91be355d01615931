using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Checkout.Http.Backend;
using Checkout.Http.Backend.CreateOrder;
using Checkout.Http.Backend.Customers;
using Checkout.Http.Backend.Exports;
using Checkout.Http.Backend.Inventory;
using Checkout.Http.Backend.Letters;
using Checkout.Http.Backend.Orders;
using Checkout.Http.Backend.Shops;
using Checkout.Http.Backend.SimpleOrders;
using Checkout.Http.Backend.Summary;
using Checkout.Http.Backend.Work;
using Checkout.Http.Dialects.Bold;
using Checkout.Http.Frame;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Hosting;

/// <summary>The Backend API.</summary>
public static class BackendEndpoints
{
    public static ImmutableArray<Endpoint> All { get; } =
    [
        Endpoint
            .Post<InitializeOrderEndpoint>(BackendRoutes.Init, Access.Backend(Scopes.WriteOrders))
            .Says("Starts an order and issues its JWT.")
            .Takes<InitializeOrderRequest>()
            .Gives<OpenedOrder>(),
        Endpoint
            .Post<ResumeOrderEndpoint>(BackendRoutes.Resume, Access.Backend(Scopes.WriteOrders))
            .Says("Opens an order again with a new JWT.")
            .Takes<ResumeOrderRequest>()
            .Gives<OpenedOrder>(),
        Endpoint
            .Post<CreateOrderEndpoint>(BackendRoutes.Create, Access.Backend(Scopes.WriteOrders))
            .Says("Creates an order and carries it through the commands given.")
            .Takes<CreateOrderBody>()
            .Gives<CreatedOrder>(),
        Endpoint
            .Get<ListOrdersEndpoint>(BackendRoutes.Orders, Access.Backend(Scopes.ReadOrders))
            .Says("Lists and searches the orders of the shop, newest first.")
            .AsksForOrders()
            .Pages()
            .Gives<OrdersData>(),
        Endpoint
            .Get<GetWorkEndpoint>(BackendRoutes.Work, Access.Backend(Scopes.ReadOrders))
            .Says("Lists the work of the shop that waits: overdue, put off, or given up.")
            .Pages()
            .Gives<WorkData>(),
        Endpoint
            .Post<RunWorkEndpoint>(BackendRoutes.RunWork, Access.Backend(Scopes.WriteOrders))
            .Says("Does one piece of waiting work at once.")
            .Gives<WorkOutcomeData>(),
        Endpoint
            .Get<GetSummaryEndpoint>(BackendRoutes.Summary, Access.Backend(Scopes.ReadOrders))
            .Says("Tells how the shop's day goes, and what waits for people.")
            .Gives<SummaryData>(),
        Endpoint
            .Get<ExportEndpoint>(BackendRoutes.Exports, Access.Backend(Scopes.ReadOrders))
            .Says("Exports orders, payments, refunds or tax_lines of placed and canceled orders as a file.")
            .Asks(ExportFormat.Parameter, "csv, or jsonl for JSON Lines; csv when left out.")
            .Asks(OrderQueryFields.From, "Placed or canceled at or after that time.")
            .Asks(OrderQueryFields.To, "Placed or canceled before that time.")
            .GivesText("text/csv"),
        Endpoint
            .Post<RebuildOrderListEndpoint>(BackendRoutes.RebuildOrderList, Access.Backend(Scopes.WriteShopSettings))
            .Says("Writes the lines of the list of orders again, a page of orders at a time.")
            .Pages()
            .Gives<RebuiltData>(),
        Endpoint.Get<GetOrderEndpoint>(BackendRoutes.Order, Access.Backend(Scopes.ReadOrders)).Says("Reads an order.").Gives<StoredState>(),
        Endpoint
            .Post<AddOrderNoteEndpoint>(BackendRoutes.Notes, Access.Backend(Scopes.WriteOrders))
            .Says("Adds a note for colleagues to an order.")
            .Takes<AddOrderNoteRequest>()
            .Gives<OrderViewData>(),
        Endpoint
            .Post<ResendLetterEndpoint>(BackendRoutes.Letters, Access.Backend(Scopes.WriteOrders))
            .Says("Sends a letter of an order again.")
            .Takes<ResendLetterRequest>()
            .Gives<QueuedLetter>(),
        Endpoint
            .Delete<DeleteOrderCustomerEndpoint>(BackendRoutes.Customer, Access.Backend(Scopes.WriteOrders))
            .Says("Removes the customer from an order.")
            .Gives<StateOnly>(),
        Endpoint
            .Post<CreateAuthenticatedCustomerEndpoint>(BackendRoutes.AuthenticatedCustomer, Access.Backend(Scopes.WriteOrders))
            .Says("Sets a customer of the platform on an order.")
            .Takes<CustomerBody>()
            .Gives<CustomerAnswer>(),
        Endpoint
            .Get<GetShopInfoEndpoint>(BackendRoutes.ShopInfo, Access.BackendAnyShop(Scopes.ReadShop))
            .Says("Describes the shop that the token belongs to.")
            .GivesFlat<ShopInfo>(),
        Endpoint
            .Get<GetPlatformCustomerEndpoint>(BackendRoutes.PlatformCustomer, Access.Backend(Scopes.ReadCustomers))
            .Says("Reads what the shop keeps of a customer, by the platform's id.")
            .GivesFlat<PlatformCustomerAnswer>(),
        Endpoint
            .Get<ListVariantsEndpoint>(BackendRoutes.Variants, Access.Backend(Scopes.ReadProducts))
            .Says("Lists variants with their stock.")
            .Asks(ListVariantsEndpoint.Filter, "in(platform_id:66,73), at most 100 ids.", required: true)
            .Gives<ImmutableArray<VariantState>>(),
        Endpoint
            .Post<BeginSimpleOrderEndpoint>(SimpleOrderRoutes.Orders, Access.Backend(Scopes.WriteOrders))
            .Says("Starts an order whose cart and amounts the platform keeps.")
            .Takes<BeginSimpleOrderRequest>()
            .Gives<OpenedSimpleOrder>(),
        Endpoint
            .Get<GetSimpleOrderEndpoint>(SimpleOrderRoutes.Order, Access.Backend(Scopes.ReadOrders))
            .Says("Reads a simple order.")
            .Gives<SimpleOrderState>(),
        Endpoint
            .Put<HydrateSimpleOrderEndpoint>(SimpleOrderRoutes.Order, Access.Backend(Scopes.WriteOrders))
            .Says("Says what a simple order holds and costs.")
            .Takes<HydrateRequest>()
            .Gives<SimpleOrderState>(StatusCodes.Status201Created),
        Endpoint
            .Put<SetSimpleOrderStateEndpoint>(SimpleOrderRoutes.State, Access.Backend(Scopes.WriteOrders))
            .Says("Notes that the platform has a simple order.")
            .Takes<SimpleOrderStateRequest>()
            .Gives<SimpleOrderState>(StatusCodes.Status201Created),
        Endpoint
            .Post<ResumeSimpleOrderEndpoint>(SimpleOrderRoutes.Resume, Access.Backend(Scopes.WriteOrders))
            .Says("Opens a simple order again with a new JWT.")
            .Gives<OpenedSimpleOrder>(),
    ];
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(InitializeOrderRequest))]
[JsonSerializable(typeof(BeginSimpleOrderRequest))]
[JsonSerializable(typeof(OpenedSimpleOrder))]
[JsonSerializable(typeof(SimpleOrderState))]
[JsonSerializable(typeof(SimpleOrderStateRequest))]
[JsonSerializable(typeof(HydrateRequest))]
[JsonSerializable(typeof(ResumeOrderRequest))]
[JsonSerializable(typeof(ResendLetterRequest))]
[JsonSerializable(typeof(QueuedLetter))]
[JsonSerializable(typeof(OpenedOrder))]
[JsonSerializable(typeof(CreateOrderBody))]
[JsonSerializable(typeof(CreatedOrder))]
[JsonSerializable(typeof(StoredState))]
[JsonSerializable(typeof(AddOrderNoteRequest))]
[JsonSerializable(typeof(OrderViewData))]
[JsonSerializable(typeof(OrdersData))]
[JsonSerializable(typeof(RebuiltData))]
[JsonSerializable(typeof(WorkData))]
[JsonSerializable(typeof(WorkOutcomeData))]
[JsonSerializable(typeof(SummaryData))]
[JsonSerializable(typeof(CustomerBody))]
[JsonSerializable(typeof(CustomerAnswer))]
[JsonSerializable(typeof(ShopInfo))]
[JsonSerializable(typeof(PlatformCustomerAnswer))]
[JsonSerializable(typeof(ImmutableArray<VariantState>))]
internal sealed partial class BackendJson : JsonSerializerContext;
