using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Checkout.Functions.Http.Triggers;

/// <summary>Triggers of BigCommerce, written from the endpoint table by a test: change the table, not this file.</summary>
public sealed class BigCommerceChangeFunctions(TriggeredEndpoint endpoint)
{
    [Function(nameof(UpdateCartItem))]
    public Task<IResult> UpdateCartItem(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put",
            Route = "api/storefront/checkouts/{public_order_id}/carts/{cart_id}/items/{item_id}")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(DeleteCartItem))]
    public Task<IResult> DeleteCartItem(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete",
            Route = "api/storefront/checkouts/{public_order_id}/carts/{cart_id}/items/{item_id}")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(AddCheckoutBillingAddress))]
    public Task<IResult> AddCheckoutBillingAddress(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/storefront/checkouts/{public_order_id}/billing-address")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(UpdateCheckoutBillingAddress))]
    public Task<IResult> UpdateCheckoutBillingAddress(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put",
            Route = "api/storefront/checkouts/{public_order_id}/billing-address/{address_id}")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(AddCheckoutShippingAddress))]
    public Task<IResult> AddCheckoutShippingAddress(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/storefront/checkouts/{public_order_id}/shipping-addresses")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(UpdateCheckoutShippingAddress))]
    public Task<IResult> UpdateCheckoutShippingAddress(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put",
            Route = "api/storefront/checkouts/{public_order_id}/shipping-addresses/{address_id}")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(ApplyGiftCertificate))]
    public Task<IResult> ApplyGiftCertificate(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/storefront/checkouts/{public_order_id}/giftcertificate")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(RemoveGiftCertificate))]
    public Task<IResult> RemoveGiftCertificate(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete",
            Route = "api/storefront/checkouts/{public_order_id}/giftcertificate/{gift_certificate_code}")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(ApplyCoupon))]
    public Task<IResult> ApplyCoupon(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/storefront/checkouts/{public_order_id}/coupon")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(RemoveCoupon))]
    public Task<IResult> RemoveCoupon(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/storefront/checkouts/{public_order_id}/coupon/{coupon_code}")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(SelectShippingOption))]
    public Task<IResult> SelectShippingOption(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put",
            Route = "api/storefront/checkouts/{public_order_id}/shipping-addresses/{address_id}/options/{option_id}")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(PlaceOrder))]
    public Task<IResult> PlaceOrder(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/storefront/checkouts/{public_order_id}/order")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(FinalizeOrder))]
    public Task<IResult> FinalizeOrder(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/storefront/orders/{order_id}")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(UpdateCheckout))]
    public Task<IResult> UpdateCheckout(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/storefront/checkouts/{public_order_id}")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(UpdateCheckoutAtSdkPath))]
    public Task<IResult> UpdateCheckoutAtSdkPath(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/storefront/checkout/{public_order_id}")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(AddCartItems))]
    public Task<IResult> AddCartItems(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/storefront/carts/{public_order_id}/items")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(ApplyGiftCertificateAtSdkPath))]
    public Task<IResult> ApplyGiftCertificateAtSdkPath(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/storefront/checkouts/{public_order_id}/gift-certificates")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(RemoveGiftCertificateAtSdkPath))]
    public Task<IResult> RemoveGiftCertificateAtSdkPath(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete",
            Route = "api/storefront/checkouts/{public_order_id}/gift-certificates/{gift_certificate_code}")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(ApplyCouponAtSdkPath))]
    public Task<IResult> ApplyCouponAtSdkPath(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/storefront/checkouts/{public_order_id}/coupons")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(RemoveCouponAtSdkPath))]
    public Task<IResult> RemoveCouponAtSdkPath(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/storefront/checkouts/{public_order_id}/coupons/{coupon_code}")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(AddConsignments))]
    public Task<IResult> AddConsignments(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/storefront/checkouts/{public_order_id}/consignments")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(UpdateConsignment))]
    public Task<IResult> UpdateConsignment(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/storefront/checkouts/{public_order_id}/consignments/{address_id}")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(DeleteConsignment))]
    public Task<IResult> DeleteConsignment(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete",
            Route = "api/storefront/checkouts/{public_order_id}/consignments/{address_id}")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(UpdateCartItemAtSdkPath))]
    public Task<IResult> UpdateCartItemAtSdkPath(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/storefront/carts/{public_order_id}/items/{item_id}")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(DeleteCartItemAtSdkPath))]
    public Task<IResult> DeleteCartItemAtSdkPath(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/storefront/carts/{public_order_id}/items/{item_id}")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);

    [Function(nameof(FinalizeSdkOrder))]
    public Task<IResult> FinalizeSdkOrder(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "internalapi/v1/checkout/order/{order_id}")]
        HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        endpoint.Run(request, durable);
}
