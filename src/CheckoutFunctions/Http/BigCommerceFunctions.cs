using Checkout.Http.BigCommerce;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Checkout.Functions.Http;

/// <summary>The BigCommerce Storefront Checkout API.</summary>
public sealed class BigCommerceFunctions(TriggeredEndpoint endpoint)
{
    [Function(nameof(ListCheckouts))]
    public Task<IResult> ListCheckouts([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = BigCommerceRoutes.Checkouts)] HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(GetCheckout))]
    public Task<IResult> GetCheckout([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = BigCommerceRoutes.Checkout)] HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(UpdateCartItem))]
    public Task<IResult> UpdateCartItem([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = BigCommerceRoutes.Item)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(DeleteCartItem))]
    public Task<IResult> DeleteCartItem([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = BigCommerceRoutes.Item)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(AddCheckoutBillingAddress))]
    public Task<IResult> AddCheckoutBillingAddress([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = BigCommerceRoutes.BillingAddresses)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(UpdateCheckoutBillingAddress))]
    public Task<IResult> UpdateCheckoutBillingAddress([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = BigCommerceRoutes.BillingAddress)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(AddCheckoutShippingAddress))]
    public Task<IResult> AddCheckoutShippingAddress([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = BigCommerceRoutes.ShippingAddresses)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(UpdateCheckoutShippingAddress))]
    public Task<IResult> UpdateCheckoutShippingAddress([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = BigCommerceRoutes.ShippingAddress)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(ListPaymentMethods))]
    public Task<IResult> ListPaymentMethods([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = BigCommerceRoutes.Payments)] HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(ApplyGiftCertificate))]
    public Task<IResult> ApplyGiftCertificate([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = BigCommerceRoutes.GiftCertificates)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(RemoveGiftCertificate))]
    public Task<IResult> RemoveGiftCertificate([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = BigCommerceRoutes.GiftCertificate)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(ApplyCoupon))]
    public Task<IResult> ApplyCoupon([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = BigCommerceRoutes.Coupons)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(RemoveCoupon))]
    public Task<IResult> RemoveCoupon([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = BigCommerceRoutes.Coupon)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(ListShippingOptions))]
    public Task<IResult> ListShippingOptions([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = BigCommerceRoutes.ShippingOptions)] HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(SelectShippingOption))]
    public Task<IResult> SelectShippingOption([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = BigCommerceRoutes.ShippingOption)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(PlaceOrder))]
    public Task<IResult> PlaceOrder([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = BigCommerceRoutes.PlaceOrder)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(GetPlacedOrder))]
    public Task<IResult> GetPlacedOrder([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = BigCommerceRoutes.Order)] HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(FinalizeOrder))]
    public Task<IResult> FinalizeOrder([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = BigCommerceRoutes.Order)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(AddCartItems))]
    public Task<IResult> AddCartItems([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = BigCommerceRoutes.CurrentItems)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(ApplyGiftCertificateAtCurrentPath))]
    public Task<IResult> ApplyGiftCertificateAtCurrentPath([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = BigCommerceRoutes.CurrentGiftCertificates)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(RemoveGiftCertificateAtCurrentPath))]
    public Task<IResult> RemoveGiftCertificateAtCurrentPath([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = BigCommerceRoutes.CurrentGiftCertificate)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(ApplyCouponAtCurrentPath))]
    public Task<IResult> ApplyCouponAtCurrentPath([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = BigCommerceRoutes.CurrentCoupons)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(RemoveCouponAtCurrentPath))]
    public Task<IResult> RemoveCouponAtCurrentPath([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = BigCommerceRoutes.CurrentCoupon)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(AddConsignments))]
    public Task<IResult> AddConsignments([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = BigCommerceRoutes.CurrentConsignments)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(UpdateConsignment))]
    public Task<IResult> UpdateConsignment([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = BigCommerceRoutes.CurrentConsignment)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(DeleteConsignment))]
    public Task<IResult> DeleteConsignment([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = BigCommerceRoutes.CurrentConsignment)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(UpdateCheckout))]
    public Task<IResult> UpdateCheckout([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = BigCommerceRoutes.Checkout)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(GetCheckoutAtCurrentPath))]
    public Task<IResult> GetCheckoutAtCurrentPath([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = BigCommerceRoutes.CurrentCheckout)] HttpRequest request) =>
        endpoint.Run(request);

    [Function(nameof(UpdateCheckoutAtCurrentPath))]
    public Task<IResult> UpdateCheckoutAtCurrentPath([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = BigCommerceRoutes.CurrentCheckout)] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);
}
