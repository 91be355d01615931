using Checkout.Http.Storefront;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Checkout.Functions.Http;

/// <summary>The Storefront API (docs/contract/storefront.md), for a shopper's page with the JWT of its one order.</summary>
public sealed class StorefrontFunctions(TriggeredEndpoint endpoint)
{
    [Function(nameof(SetShippingAddress))]
    public Task<IResult> SetShippingAddress([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = StorefrontRoutes.ShippingAddress)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(GetShippingAddress))]
    public Task<IResult> GetShippingAddress([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = StorefrontRoutes.ShippingAddress)] HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(UpdateShippingAddress))]
    public Task<IResult> UpdateShippingAddress([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = StorefrontRoutes.ShippingAddress)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(DeleteShippingAddress))]
    public Task<IResult> DeleteShippingAddress([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = StorefrontRoutes.ShippingAddress)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(SetBillingAddress))]
    public Task<IResult> SetBillingAddress([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = StorefrontRoutes.BillingAddress)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(GetBillingAddress))]
    public Task<IResult> GetBillingAddress([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = StorefrontRoutes.BillingAddress)] HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(UpdateBillingAddress))]
    public Task<IResult> UpdateBillingAddress([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = StorefrontRoutes.BillingAddress)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(DeleteBillingAddress))]
    public Task<IResult> DeleteBillingAddress([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = StorefrontRoutes.BillingAddress)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(ValidateAddress))]
    public Task<IResult> ValidateAddress([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = StorefrontRoutes.ValidateAddress)] HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(AddGuestCustomer))]
    public Task<IResult> AddGuestCustomer([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = StorefrontRoutes.Guest)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(UpdateGuestCustomer))]
    public Task<IResult> UpdateGuestCustomer([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = StorefrontRoutes.Guest)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(UpdateCustomer))]
    public Task<IResult> UpdateCustomer([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = StorefrontRoutes.Customer)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(GetCustomer))]
    public Task<IResult> GetCustomer([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = StorefrontRoutes.Customer)] HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(DeleteCustomer))]
    public Task<IResult> DeleteCustomer([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = StorefrontRoutes.Customer)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(ValidateEmail))]
    public Task<IResult> ValidateEmail([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = StorefrontRoutes.ValidateEmail)] HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(AddDiscount))]
    public Task<IResult> AddDiscount([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = StorefrontRoutes.Discounts)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(GetDiscounts))]
    public Task<IResult> GetDiscounts([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = StorefrontRoutes.Discounts)] HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(DeleteDiscount))]
    public Task<IResult> DeleteDiscount([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = StorefrontRoutes.Discounts)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(ValidateDiscount))]
    public Task<IResult> ValidateDiscount([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = StorefrontRoutes.ValidateDiscount)] HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(AddItem))]
    public Task<IResult> AddItem([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = StorefrontRoutes.Items)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(GetItems))]
    public Task<IResult> GetItems([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = StorefrontRoutes.Items)] HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(UpdateItem))]
    public Task<IResult> UpdateItem([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = StorefrontRoutes.Items)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(DeleteItem))]
    public Task<IResult> DeleteItem([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = StorefrontRoutes.Items)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(GetShippingLines))]
    public Task<IResult> GetShippingLines([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = StorefrontRoutes.ShippingLines)] HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(SelectShippingLine))]
    public Task<IResult> SelectShippingLine([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = StorefrontRoutes.ShippingLines)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(EstimateShippingLines))]
    public Task<IResult> EstimateShippingLines([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = StorefrontRoutes.EstimateShippingLines)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(GenerateTaxes))]
    public Task<IResult> GenerateTaxes([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = StorefrontRoutes.Taxes)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(GetTaxes))]
    public Task<IResult> GetTaxes([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = StorefrontRoutes.Taxes)] HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(EstimateTaxes))]
    public Task<IResult> EstimateTaxes([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = StorefrontRoutes.EstimateTaxes)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(GetPayments))]
    public Task<IResult> GetPayments([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = StorefrontRoutes.Payments)] HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(AddPayment))]
    public Task<IResult> AddPayment([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = StorefrontRoutes.Payments)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(UpdatePayment))]
    public Task<IResult> UpdatePayment([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = StorefrontRoutes.Payments)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(DeletePayment))]
    public Task<IResult> DeletePayment([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = StorefrontRoutes.Payments)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(DeleteGiftCardPayment))]
    public Task<IResult> DeleteGiftCardPayment([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = StorefrontRoutes.GiftCardPayment)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(DeleteSavedPayment))]
    public Task<IResult> DeleteSavedPayment([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = StorefrontRoutes.SavedPayment)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(OnSca))]
    public Task<IResult> OnSca([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = StorefrontRoutes.OnSca)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(GetFastlaneToken))]
    public Task<IResult> GetFastlaneToken([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = StorefrontRoutes.FastlaneToken)] HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(ProcessOrder))]
    public Task<IResult> ProcessOrder([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = StorefrontRoutes.ProcessOrder)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(RefreshOrder))]
    public Task<IResult> RefreshOrder([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = StorefrontRoutes.Refresh)] HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(CheckInventory))]
    public Task<IResult> CheckInventory([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = StorefrontRoutes.CheckInventory)] HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(GetMetaData))]
    public Task<IResult> GetMetaData([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = StorefrontRoutes.MetaData)] HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(ReplaceMetaData))]
    public Task<IResult> ReplaceMetaData([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = StorefrontRoutes.MetaData)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(PatchMetaData))]
    public Task<IResult> PatchMetaData([HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = StorefrontRoutes.MetaData)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(DeleteMetaData))]
    public Task<IResult> DeleteMetaData([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = StorefrontRoutes.MetaData)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(Batch))]
    public Task<IResult> Batch([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = StorefrontRoutes.Batch)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(AddLog))]
    public Task<IResult> AddLog([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = StorefrontRoutes.Log)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(AppHook))]
    public Task<IResult> AppHook([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = StorefrontRoutes.AppHook)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(CreateWalletOrder))]
    public Task<IResult> CreateWalletOrder([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = StorefrontRoutes.WalletPayCreate)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(WalletShipping))]
    public Task<IResult> WalletShipping([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = StorefrontRoutes.WalletPayShipping)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(ApproveWalletOrder))]
    public Task<IResult> ApproveWalletOrder([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = StorefrontRoutes.WalletPayApprove)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);
}
