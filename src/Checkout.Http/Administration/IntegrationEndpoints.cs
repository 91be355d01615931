using System.Collections.Immutable;
using Checkout.Http.Contracts;
using Checkout.Shops;
using Microsoft.AspNetCore.Http;

namespace Checkout.Http.Administration;

public sealed record IntegrationConfigRequest(string? SharedSecret);

/// <summary>Sets the secret under which the platform's connector and webhooks are signed.</summary>
public sealed class SetIntegrationConfigEndpoint(ShopEditor editor) : ISlice
{
    public async Task<IResult> Handle(Call call)
    {
        var body = await call.Read<IntegrationConfigRequest>();
        if (!body.Succeeded)
            return Answers.Refused(body.Problems);
        var fields = new Fields().Required("shared_secret", body.Value.SharedSecret);
        if (!fields.AreFine)
            return Answers.Refused(fields.Problems);
        var changed = await editor.Change(
            call.Route(RouteNames.Shop),
            shop => shop with { PlatformConnector = shop.PlatformConnector with { SharedSecret = body.Value.SharedSecret } },
            call.Cancellation);
        return Answers.Of(changed, _ => new EmptyObject());
    }
}

public sealed record RemoteStateAuthorityRequest(string? Url, string? SharedSecret);

public sealed record RemoteStateAuthorityState(string Url);

/// <summary>Names the server that is told of every change to an order (D9).</summary>
public sealed class CreateRemoteStateAuthorityEndpoint(ShopEditor editor) : ISlice
{
    public async Task<IResult> Handle(Call call)
    {
        var body = await call.Read<RemoteStateAuthorityRequest>();
        if (!body.Succeeded)
            return Answers.Refused(body.Problems);
        var fields = new Fields().Required("url", body.Value.Url, 2048).Required("shared_secret", body.Value.SharedSecret);
        if (!fields.AreFine)
            return Answers.Refused(fields.Problems);
        var authority = new RemoteStateAuthority(body.Value.Url!, body.Value.SharedSecret!);
        var changed = await editor.Change(call.Route(RouteNames.Shop), shop => shop with { RemoteStateAuthority = authority }, call.Cancellation);
        return Answers.Of(changed.InTheNamesOf("remote_state_authority"), _ => new RemoteStateAuthorityState(authority.Url));
    }
}

public sealed class UpdateRemoteStateAuthorityEndpoint(ShopEditor editor) : ISlice
{
    public async Task<IResult> Handle(Call call)
    {
        var body = await call.Read<RemoteStateAuthorityRequest>();
        if (!body.Succeeded)
            return Answers.Refused(body.Problems);
        var changed = await editor.Change(
            call.Route(RouteNames.Shop),
            shop => shop.RemoteStateAuthority is { } before
                ? shop with { RemoteStateAuthority = new RemoteStateAuthority(body.Value.Url ?? before.Url, body.Value.SharedSecret ?? before.SharedSecret) }
                : NotConfigured,
            call.Cancellation);
        return Answer(changed, shop => Answers.Data(new RemoteStateAuthorityState(shop.RemoteStateAuthority!.Url)));
    }

    internal static Problem NotConfigured => new("The remote state authority is not configured.", "checkout.not_configured", "rsa_config", "02-89");

    /// <summary>Clients know «not configured» by its code, in the newer error form (B17).</summary>
    internal static IResult Answer(Result<Shop> changed, Func<Shop, IResult> data) =>
        changed.Succeeded ? data(changed.Value)
        : changed.Problems[0].SubType == "02-89" ? Answers.Flat(new CodedErrors([new("02-89", changed.Problems[0].Message, changed.Problems[0].Type)]), StatusCodes.Status422UnprocessableEntity)
        : Answers.Refused(changed.InTheNamesOf("remote_state_authority").Problems);
}

public sealed class DeleteRemoteStateAuthorityEndpoint(ShopEditor editor) : ISlice
{
    public async Task<IResult> Handle(Call call)
    {
        var changed = await editor.Change(
            call.Route(RouteNames.Shop),
            shop => shop.RemoteStateAuthority is null ? UpdateRemoteStateAuthorityEndpoint.NotConfigured : shop with { RemoteStateAuthority = null },
            call.Cancellation);
        return UpdateRemoteStateAuthorityEndpoint.Answer(changed, _ => Answers.Data(new EmptyObject()));
    }
}

public sealed record CodedErrors(ImmutableArray<CodedError> Errors);

public sealed record CodedError(string Code, string Message, string Type);
