using System.Collections.Immutable;
using Checkout.Http.Frame;
using Checkout.Shops;

namespace Checkout.Http.Administration;

public sealed record LifeElementsData(ImmutableArray<LifeElement> LifeElements)
{
    public static LifeElementsData Of(Shop shop) => new([.. shop.LifeElements.OrderBy(e => e.OrderAsc)]);
}

public sealed record LifeElementRequest(
    string? InputType,
    string? InputLabel,
    string? InputPlaceholder,
    string? InputDefault,
    bool? InputRequired,
    string? InputRegex,
    string? Location,
    string? MetaDataField,
    int? OrderAsc
)
{
    internal Fields Check() =>
        new Fields()
            .OneOf("input_type", InputType, "text", "textarea", "html", "checkbox", "dropdown", "datepicker")
            .Text("input_label", InputLabel)
            .Text("input_placeholder", InputPlaceholder)
            .Text("input_default", InputDefault, 10_000)
            .Text("input_regex", InputRegex, 1000)
            .Text("location", Location)
            .Text("meta_data_field", MetaDataField);

    internal LifeElement Over(LifeElement element) =>
        element with
        {
            InputType = InputType ?? element.InputType,
            InputLabel = InputLabel ?? element.InputLabel,
            InputPlaceholder = InputPlaceholder ?? element.InputPlaceholder,
            InputDefault = InputDefault ?? element.InputDefault,
            InputRequired = InputRequired ?? element.InputRequired,
            InputRegex = InputRegex ?? element.InputRegex,
            Location = Location ?? element.Location,
            MetaDataField = MetaDataField ?? element.MetaDataField,
            OrderAsc = OrderAsc ?? element.OrderAsc,
        };
}
