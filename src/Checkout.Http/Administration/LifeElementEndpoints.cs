using System.Collections.Immutable;
using Checkout.Shops;
using Microsoft.AspNetCore.Http;

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
    int? OrderAsc)
{
    internal Fields Check() => new Fields()
        .OneOf("input_type", InputType, "text", "textarea", "html", "checkbox", "dropdown", "datepicker")
        .Text("input_label", InputLabel).Text("input_placeholder", InputPlaceholder).Text("input_default", InputDefault, 10_000)
        .Text("input_regex", InputRegex, 1000).Text("location", Location).Text("meta_data_field", MetaDataField);

    internal LifeElement Over(LifeElement element) => element with
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

public sealed class GetLifeElementsEndpoint(IShops shops) : ISlice
{
    public async Task<IResult> Handle(Call call) => await shops.Load(call.Route(RouteNames.Shop), call.Cancellation) is { } stored
        ? Answers.Data(LifeElementsData.Of(stored.Shop))
        : Answers.Refused(Problem.NotFound());
}

public sealed class CreateLifeElementEndpoint(ShopEditor editor, IIdSource ids) : ISlice
{
    public async Task<IResult> Handle(Call call)
    {
        var body = await call.Read<LifeElementRequest>();
        if (!body.Succeeded)
            return Answers.Refused(body.Problems);
        var fields = body.Value.Check().Required("input_label", body.Value.InputLabel).Required("location", body.Value.Location).Required("meta_data_field", body.Value.MetaDataField);
        if (!fields.AreFine)
            return Answers.Refused(fields.Problems);
        var element = body.Value.Over(new LifeElement { PublicId = ids.PublicId() });
        var changed = await editor.Change(call.Route(RouteNames.Shop), shop => shop with { LifeElements = shop.LifeElements.Add(element) }, call.Cancellation);
        return Answers.Of(changed, LifeElementsData.Of);
    }
}

public sealed class UpdateLifeElementEndpoint(ShopEditor editor) : ISlice
{
    public async Task<IResult> Handle(Call call)
    {
        var body = await call.Read<LifeElementRequest>();
        if (!body.Succeeded)
            return Answers.Refused(body.Problems);
        var fields = body.Value.Check();
        if (!fields.AreFine)
            return Answers.Refused(fields.Problems);
        var id = call.Route(AdministrationRoutes.Id);
        var changed = await editor.Change(
            call.Route(RouteNames.Shop),
            shop => shop.LifeElements.FirstOrDefault(e => e.PublicId == id) is { } element
                ? shop with { LifeElements = shop.LifeElements.Replace(element, body.Value.Over(element)) }
                : Problem.NotFound("There is no such life element."),
            call.Cancellation);
        return Answers.Of(changed, LifeElementsData.Of);
    }
}

public sealed class DeleteLifeElementEndpoint(ShopEditor editor) : ISlice
{
    public async Task<IResult> Handle(Call call)
    {
        var id = call.Route(AdministrationRoutes.Id);
        var changed = await editor.Change(
            call.Route(RouteNames.Shop),
            shop => shop.LifeElements.FirstOrDefault(e => e.PublicId == id) is { } element
                ? shop with { LifeElements = shop.LifeElements.Remove(element) }
                : Problem.NotFound("There is no such life element."),
            call.Cancellation);
        return Answers.Of(changed, LifeElementsData.Of);
    }
}
