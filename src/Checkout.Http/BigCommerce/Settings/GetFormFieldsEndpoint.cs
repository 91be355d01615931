using System.Collections.Immutable;
using Checkout.Http.Frame;
using Checkout.Shops;

namespace Checkout.Http.BigCommerce.Settings;

/// <summary>The fields of an address form, required as the shop has them (docs/contract/bigcommerce.md#store).</summary>
public sealed class GetFormFieldsEndpoint : ISlice
{
    public Task<Reply> Handle(Call call) => Task.FromResult(Reply.Of(FormFieldLists.Of(call.Shop)));
}

/// <param name="CustomerAccount">None: no accounts are made here.</param>
public sealed record FormFieldLists(
    ImmutableArray<StoreFormField> CustomerAccount,
    ImmutableArray<StoreFormField> ShippingAddress,
    ImmutableArray<StoreFormField> BillingAddress
)
{
    internal static FormFieldLists Of(Shop shop)
    {
        ImmutableArray<StoreFormField> address =
        [
            new("field_4", "firstName", "First Name", true),
            new("field_5", "lastName", "Last Name", true),
            new("field_6", "company", "Company Name", shop.Checkout.BusinessNameRequired),
            new("field_7", "phone", "Phone Number", shop.Checkout.PhoneNumberRequired),
            new("field_8", "address1", "Address", true),
            new("field_9", "address2", "Apartment/Suite/Building", false),
            new("field_10", "city", "City", true),
            new("field_11", "countryCode", "Country", true) { FieldType = "dropdown", Type = "array" },
            new("field_12", "stateOrProvince", "State/Province", false),
            new("field_13", "postalCode", "Postal Code", false),
        ];
        return new FormFieldLists([], address, address);
    }
}

public sealed record StoreFormField(string Id, string Name, string Label, bool Required)
{
    public bool Custom { get; init; }
    public bool Hidden { get; init; }
    public string Default { get; init; } = "";
    public string FieldType { get; init; } = "text";
    public string Type { get; init; } = "string";
    public int MaxLength { get; init; } = Fields.TextLimit;
}
