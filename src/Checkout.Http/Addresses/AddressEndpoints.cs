using Checkout.Addresses;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Addresses;

public sealed class SetShippingAddressEndpoint(AddressSlices addresses) : ISlice
{
    public Task<IResult> Handle(Call call) => addresses.Set(call, AddressKind.Shipping);
}

public sealed class GetShippingAddressEndpoint(AddressSlices addresses) : ISlice
{
    public Task<IResult> Handle(Call call) => addresses.Get(call, AddressKind.Shipping);
}

public sealed class UpdateShippingAddressEndpoint(AddressSlices addresses) : ISlice
{
    public Task<IResult> Handle(Call call) => addresses.Update(call, AddressKind.Shipping);
}

public sealed class DeleteShippingAddressEndpoint(AddressSlices addresses) : ISlice
{
    public Task<IResult> Handle(Call call) => addresses.Delete(call, AddressKind.Shipping);
}

public sealed class SetBillingAddressEndpoint(AddressSlices addresses) : ISlice
{
    public Task<IResult> Handle(Call call) => addresses.Set(call, AddressKind.Billing);
}

public sealed class GetBillingAddressEndpoint(AddressSlices addresses) : ISlice
{
    public Task<IResult> Handle(Call call) => addresses.Get(call, AddressKind.Billing);
}

public sealed class UpdateBillingAddressEndpoint(AddressSlices addresses) : ISlice
{
    public Task<IResult> Handle(Call call) => addresses.Update(call, AddressKind.Billing);
}

public sealed class DeleteBillingAddressEndpoint(AddressSlices addresses) : ISlice
{
    public Task<IResult> Handle(Call call) => addresses.Delete(call, AddressKind.Billing);
}
