using System.Collections.Immutable;
using Checkout.Shops;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Administration;

public sealed record OverrideState(string PublicId, string OverrideType, string Url)
{
    public static OverrideState Of(OverrideSettings settings) => new(settings.PublicId, settings.Type, settings.Url);
}

public sealed record OverrideRequest(string? OverrideType, string? Url, string? SharedSecret);

public sealed class GetOverridesEndpoint(IShops shops) : ISlice
{
    public async Task<IResult> Handle(Call call) => await shops.Load(call.Route(RouteNames.Shop), call.Cancellation) is { } stored
        ? Answers.Data<ImmutableArray<OverrideState>>([.. stored.Shop.Overrides.Select(OverrideState.Of)])
        : Answers.Refused(Problem.NotFound());
}

/// <summary>Registers an override for orders that begin from now on.</summary>
public sealed class CreateOverrideEndpoint(ShopEditor editor, IIdSource ids) : ISlice
{
    public async Task<IResult> Handle(Call call)
    {
        var body = await call.Read<OverrideRequest>();
        if (!body.Succeeded)
            return Answers.Refused(body.Problems);
        var fields = new Fields()
            .Required("override_type", body.Value.OverrideType).Required("url", body.Value.Url, 2048).Required("shared_secret", body.Value.SharedSecret);
        if (!fields.AreFine)
            return Answers.Refused(fields.Problems);
        var settings = new OverrideSettings(ids.Ulid(), body.Value.OverrideType!, body.Value.Url!, body.Value.SharedSecret!);
        var changed = await editor.Change(call.Route(RouteNames.Shop), shop => shop with { Overrides = shop.Overrides.Add(settings) }, call.Cancellation);
        return Answers.Of(changed.InTheNamesOf("overrides"), _ => OverrideState.Of(settings));
    }
}

public sealed class UpdateOverrideEndpoint(ShopEditor editor) : ISlice
{
    public async Task<IResult> Handle(Call call)
    {
        var body = await call.Read<OverrideRequest>();
        if (!body.Succeeded)
            return Answers.Refused(body.Problems);
        var id = call.Route(AdministrationRoutes.Id);
        var changed = await editor.Change(call.Route(RouteNames.Shop), shop => Update(shop, id, body.Value), call.Cancellation);
        return Answers.Of(changed.InTheNamesOf("overrides"), shop => OverrideState.Of(shop.Overrides.First(o => o.PublicId == id)));
    }

    private static Result<Shop> Update(Shop shop, string id, OverrideRequest request) =>
        shop.Overrides.FirstOrDefault(o => o.PublicId == id) is not { } before
            ? Problem.NotFound("There is no such override.")
            : shop with
            {
                Overrides = shop.Overrides.Replace(before, before with
                {
                    Type = request.OverrideType ?? before.Type,
                    Url = request.Url ?? before.Url,
                    SharedSecret = request.SharedSecret ?? before.SharedSecret,
                }),
            };
}

public sealed class DeleteOverrideEndpoint(ShopEditor editor) : ISlice
{
    public async Task<IResult> Handle(Call call)
    {
        var id = call.Route(AdministrationRoutes.Id);
        var changed = await editor.Change(
            call.Route(RouteNames.Shop),
            shop => shop.Overrides.FirstOrDefault(o => o.PublicId == id) is { } found
                ? shop with { Overrides = shop.Overrides.Remove(found) }
                : Problem.NotFound("There is no such override."),
            call.Cancellation);
        return Answers.Of<Shop, ImmutableArray<OverrideState>>(changed, shop => [.. shop.Overrides.Select(OverrideState.Of)]);
    }
}
