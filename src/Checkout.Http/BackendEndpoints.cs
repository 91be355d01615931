using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Checkout.Http.Contracts;
using Checkout.Http.Customers;
using Checkout.Http.Orders;

namespace Checkout.Http;

/// <summary>The Backend API.</summary>
public static class BackendEndpoints
{
    public static ImmutableArray<Endpoint> All { get; } =
    [
        Endpoint.Get<GetOrderEndpoint>(BackendRoutes.Order, Access.Backend(Scopes.ReadOrders)).Says("Reads an order.").Gives<StateOnly>(),
        Endpoint.Delete<DeleteOrderCustomerEndpoint>(BackendRoutes.Customer, Access.Backend(Scopes.WriteOrders)).Says("Takes the customer off an order.").Gives<StateOnly>(),
    ];
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(EmptyObject))]
internal sealed partial class BackendJson : JsonSerializerContext;
