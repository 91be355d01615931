using Checkout.Http.Backend;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Checkout.Functions.Http;

/// <summary>The Backend API.</summary>
public sealed class BackendFunctions(TriggeredEndpoint endpoint)
{
    [Function(nameof(InitializeOrder))]
    public Task<IResult> InitializeOrder([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = BackendRoutes.Init)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(ResumeOrder))]
    public Task<IResult> ResumeOrder([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = BackendRoutes.Resume)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(CreateOrder))]
    public Task<IResult> CreateOrder([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = BackendRoutes.Create)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(GetOrder))]
    public Task<IResult> GetOrder([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = BackendRoutes.Order)] HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(DeleteOrderCustomer))]
    public Task<IResult> DeleteOrderCustomer([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = BackendRoutes.Customer)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(CreateAuthenticatedCustomer))]
    public Task<IResult> CreateAuthenticatedCustomer([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = BackendRoutes.AuthenticatedCustomer)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(GetPlatformCustomer))]
    public Task<IResult> GetPlatformCustomer([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = BackendRoutes.PlatformCustomer)] HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(ListVariants))]
    public Task<IResult> ListVariants([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = BackendRoutes.Variants)] HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(GetShopInfo))]
    public Task<IResult> GetShopInfo([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = BackendRoutes.ShopInfo)] HttpRequest request) =>
        endpoint.Run(request);
}
