using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Checkout.Http.Administration;
using Checkout.Http.Administration.Letters;
using Checkout.Http.Administration.Shops;
using Checkout.Http.Dialects.Bold;
using Checkout.Http.Frame;
using Checkout.Letters;
using Checkout.Shops;

namespace Checkout.Http.Hosting;

public static class AdministrationEndpoints
{
    private static readonly Access Read = Access.Administration(Scopes.ReadShopSettings);
    private static readonly Access Write = Access.Administration(Scopes.WriteShopSettings);

    public static ImmutableArray<Endpoint> All { get; } =
    [
        Endpoint
            .Get<GetCallerEndpoint>(AdministrationRoutes.Me, Access.AnyToken)
            .Says("Tells whose token this is, its scopes, and how the shop writes amounts and times.")
            .Gives<CallerState>(),
        Endpoint
            .Get<GetShopSettingsEndpoint>(AdministrationRoutes.Settings, Access.Administration(Scopes.ReadShopSettings))
            .Says("Reads the shop document; secrets are masked.")
            .Gives<Shop>(),
        Endpoint
            .Put<PutShopSettingsEndpoint>(AdministrationRoutes.Settings, Access.Administration(Scopes.WriteShopSettings))
            .Says("Replaces the shop document; needs If-Match, or If-None-Match: * for a new shop.")
            .Takes<Shop>()
            .Gives<Shop>(),
        Endpoint
            .Put<PutProductsEndpoint>(AdministrationRoutes.Products, Access.Backend(Scopes.WriteProducts))
            .Says("Adds or replaces up to 100 products.")
            .Takes<PutProductsRequest>()
            .Gives<PutProductsData>(),
        Endpoint
            .Get<GetProductEndpoint>(AdministrationRoutes.Product, Access.Backend(Scopes.ReadProducts))
            .Says("Reads a product by its sku, with its stock.")
            .Gives<ListedProduct>(),
        Endpoint
            .Get<GetLettersEndpoint>(AdministrationRoutes.Letters, Read)
            .Says("Lists the letters, with the shop's own templates and the built-in ones.")
            .Gives<LettersData>(),
        Endpoint
            .Get<PreviewLetterEndpoint>(AdministrationRoutes.LetterPreview, Access.Administration(Scopes.ReadOrders))
            .Says("Shows a letter as it would be sent, of an order or of a sample.")
            .Asks(PreviewLetterEndpoint.Language, "Two letters such as en; the shop's language without it.")
            .Asks(PreviewLetterEndpoint.Order, "The order that it is about; a sample without it.")
            .Gives<SentLetter>(),
        Endpoint
            .Post<TestLetterEndpoint>(AdministrationRoutes.LetterTest, Write)
            .Says("Sends a sample of a letter to an address.")
            .Takes<TestLetterRequest>()
            .Gives<TestedLetter>(),
        Endpoint
            .Get<GetPluginsEndpoint>(AdministrationRoutes.Plugins, Read)
            .Says("Lists the plugins in the order in which their actions apply.")
            .Gives<ImmutableArray<PluginState>>(),
        Endpoint
            .Put<PutPluginEndpoint>(AdministrationRoutes.Plugin, Write)
            .Says("Registers a plugin or replaces its registration.")
            .Takes<PutPluginRequest>()
            .Gives<PluginState>(),
        Endpoint
            .Delete<DeletePluginEndpoint>(AdministrationRoutes.Plugin, Write)
            .Says("Removes a plugin.")
            .Gives<ImmutableArray<PluginState>>(),
        Endpoint
            .Post<SimulatePluginEndpoint>(AdministrationRoutes.SimulatePlugin, Write.And(Scopes.ReadOrders))
            .Says("Raises an event for an order with one plugin and shows what its answer would change; nothing is written.")
            .Takes<SimulatePluginRequest>()
            .Gives<SimulationState>(),
        Endpoint
            .Get<GetDeadLettersEndpoint>(AdministrationRoutes.DeadLetters, Read)
            .Says("Lists the messages that were not delivered within 48 hours, oldest first, 100 at a time.")
            .Asks(GetDeadLettersEndpoint.After, "The id of the last dead letter of the previous page.")
            .Gives<ImmutableArray<DeadLetterState>>(),
        Endpoint
            .Post<ReplayDeadLettersEndpoint>(AdministrationRoutes.ReplayDeadLetters, Write)
            .Says("Sends dead letters again: all, or those of one webhook, to it or to another; at most 500 a call.")
            .Takes<ReplayDeadLettersRequest>()
            .Gives<ReplayedLettersData>(),
        Endpoint
            .Post<ReplayDeadLetterEndpoint>(AdministrationRoutes.ReplayDeadLetter, Write)
            .Says("Sends a dead letter again.")
            .Gives<DeadLetterState>(),
        Endpoint
            .Get<GetOverridesEndpoint>(AdministrationRoutes.Overrides, Read)
            .Says("Lists the overrides.")
            .Gives<ImmutableArray<OverrideState>>(),
        Endpoint
            .Post<CreateOverrideEndpoint>(AdministrationRoutes.Overrides, Write)
            .Says("Registers an override for orders that begin from now on.")
            .Takes<OverrideRequest>()
            .Gives<OverrideState>(),
        Endpoint
            .Patch<UpdateOverrideEndpoint>(AdministrationRoutes.Override, Write)
            .Says("Changes an override.")
            .Takes<OverrideRequest>()
            .Gives<OverrideState>(),
        Endpoint
            .Delete<DeleteOverrideEndpoint>(AdministrationRoutes.Override, Write)
            .Says("Removes an override.")
            .Gives<ImmutableArray<OverrideState>>(),
        Endpoint
            .Get<GetWebhookTopicsEndpoint>(AdministrationRoutes.WebhookTopics, Access.Backend(Scopes.ReadWebhooks))
            .Says("Lists what can be subscribed to.")
            .Gives<ImmutableArray<WebhookTopicState>>(),
        Endpoint
            .Get<GetWebhooksEndpoint>(AdministrationRoutes.Webhooks, Access.Backend(Scopes.ReadWebhooks))
            .Says("Lists the webhooks.")
            .Gives<ImmutableArray<WebhookState>>(),
        Endpoint
            .Post<CreateWebhookEndpoint>(AdministrationRoutes.Webhooks, Access.Backend(Scopes.WriteWebhooks))
            .Says("Subscribes to a topic.")
            .Takes<CreateWebhookRequest>()
            .Gives<WebhookState>(),
        Endpoint
            .Patch<UpdateWebhookEndpoint>(AdministrationRoutes.Webhook, Access.Backend(Scopes.WriteWebhooks))
            .Says("Changes a webhook; what waits for it is kept, and the secret before a new one signs too for a day.")
            .Takes<UpdateWebhookRequest>()
            .Gives<WebhookState>(),
        Endpoint
            .Delete<DeleteWebhookEndpoint>(AdministrationRoutes.Webhook, Access.Backend(Scopes.WriteWebhooks))
            .Says("Ends a subscription; what waits for it becomes a dead letter.")
            .Gives<ImmutableArray<WebhookState>>(),
        Endpoint
            .Get<GetWebhookDeliveriesEndpoint>(AdministrationRoutes.WebhookDeliveries, Access.Backend(Scopes.ReadWebhooks))
            .Says("Lists what was sent to a webhook in the last seven days, newest first.")
            .Asks(GetWebhookDeliveriesEndpoint.Status, "taken or failed; both when left out.")
            .Pages()
            .Gives<WebhookDeliveriesData>(),
        Endpoint
            .Post<ResendDeliveryEndpoint>(AdministrationRoutes.ResendDelivery, Access.Backend(Scopes.WriteWebhooks))
            .Says("Sends a delivery again under the same message id.")
            .Gives<WebhookDeliveryState>(),
        Endpoint
            .Post<TestWebhookEndpoint>(AdministrationRoutes.TestWebhook, Access.Backend(Scopes.WriteWebhooks))
            .Says("Sends a message about an order that does not exist, and answers what became of it.")
            .Gives<WebhookDeliveryState>(),
        Endpoint
            .Get<GetCorsOriginsEndpoint>(AdministrationRoutes.CorsOrigins, Read)
            .Says("Lists the origins that browsers may call from.")
            .Gives<ImmutableArray<CorsOriginState>>(),
        Endpoint
            .Post<CreateCorsOriginEndpoint>(AdministrationRoutes.CorsOrigins, Write)
            .Says("Allows an origin.")
            .Takes<CorsOriginRequest>()
            .Gives<CorsOriginState>(),
        Endpoint
            .Delete<DeleteCorsDomainEndpoint>(AdministrationRoutes.CorsOrigins, Write)
            .Says("Removes the origin of a domain.")
            .Takes<CorsOriginRequest>()
            .Gives<ImmutableArray<CorsOriginState>>(),
        Endpoint
            .Delete<DeleteCorsOriginEndpoint>(AdministrationRoutes.CorsOrigin, Write)
            .Says("Removes an origin.")
            .Gives<ImmutableArray<CorsOriginState>>(),
        Endpoint
            .Get<GetAvailableFlowsEndpoint>(AdministrationRoutes.AvailableFlows, Read)
            .Says("Lists the flows that an order may name.")
            .Gives<FlowsData>(),
        Endpoint.Get<GetFlowsEndpoint>(AdministrationRoutes.Flows, Read).Says("Lists the flows.").Gives<FlowsData>(),
        Endpoint.Post<CreateFlowEndpoint>(AdministrationRoutes.Flows, Write).Says("Adds a flow.").Takes<FlowRequest>().Gives<FlowsData>(),
        Endpoint
            .Patch<UpdateFlowEndpoint>(AdministrationRoutes.Flow, Write)
            .Says("Changes a flow.")
            .Takes<FlowRequest>()
            .Gives<FlowsData>(),
        Endpoint.Delete<DeleteFlowEndpoint>(AdministrationRoutes.Flow, Write).Says("Removes a flow.").Gives<FlowsData>(),
        Endpoint
            .Get<GetLifeElementsEndpoint>(AdministrationRoutes.LifeElements, Read)
            .Says("Lists the fields that the merchant adds to the page.")
            .Gives<LifeElementsData>(),
        Endpoint
            .Post<CreateLifeElementEndpoint>(AdministrationRoutes.LifeElements, Write)
            .Says("Adds a field.")
            .Takes<LifeElementRequest>()
            .Gives<LifeElementsData>(),
        Endpoint
            .Patch<UpdateLifeElementEndpoint>(AdministrationRoutes.LifeElement, Write)
            .Says("Changes a field.")
            .Takes<LifeElementRequest>()
            .Gives<LifeElementsData>(),
        Endpoint
            .Delete<DeleteLifeElementEndpoint>(AdministrationRoutes.LifeElement, Write)
            .Says("Removes a field.")
            .Gives<LifeElementsData>(),
        Endpoint
            .Post<SetIntegrationConfigEndpoint>(AdministrationRoutes.IntegrationConfig, Write)
            .Says("Sets the secret that signs for the platform.")
            .Takes<IntegrationConfigRequest>()
            .Gives<EmptyObject>(),
        Endpoint
            .Get<GetRemoteStateAuthorityEndpoint>(AdministrationRoutes.RemoteStateAuthority, Read)
            .Says("Gives the remote state authority, with masked secrets.")
            .Gives<RemoteStateAuthorityState>(),
        Endpoint
            .Post<CreateRemoteStateAuthorityEndpoint>(AdministrationRoutes.RemoteStateAuthority, Write)
            .Says("Registers the remote state authority.")
            .Takes<RemoteStateAuthorityRequest>()
            .Gives<RemoteStateAuthorityState>(),
        Endpoint
            .Patch<UpdateRemoteStateAuthorityEndpoint>(AdministrationRoutes.RemoteStateAuthority, Write)
            .Says("Changes the remote state authority.")
            .Takes<RemoteStateAuthorityRequest>()
            .Gives<RemoteStateAuthorityState>(),
        Endpoint
            .Delete<DeleteRemoteStateAuthorityEndpoint>(AdministrationRoutes.RemoteStateAuthority, Write)
            .Says("Removes the remote state authority.")
            .Gives<EmptyObject>(),
    ];
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(CallerState))]
[JsonSerializable(typeof(LettersData))]
[JsonSerializable(typeof(SentLetter))]
[JsonSerializable(typeof(TestLetterRequest))]
[JsonSerializable(typeof(TestedLetter))]
[JsonSerializable(typeof(PutProductsRequest))]
[JsonSerializable(typeof(PutProductsData))]
[JsonSerializable(typeof(ListedProduct))]
[JsonSerializable(typeof(ImmutableArray<PluginState>))]
[JsonSerializable(typeof(PutPluginRequest))]
[JsonSerializable(typeof(SimulatePluginRequest))]
[JsonSerializable(typeof(SimulationState))]
[JsonSerializable(typeof(ImmutableArray<DeadLetterState>))]
[JsonSerializable(typeof(ImmutableArray<OverrideState>))]
[JsonSerializable(typeof(OverrideRequest))]
[JsonSerializable(typeof(ImmutableArray<WebhookTopicState>))]
[JsonSerializable(typeof(ImmutableArray<WebhookState>))]
[JsonSerializable(typeof(CreateWebhookRequest))]
[JsonSerializable(typeof(UpdateWebhookRequest))]
[JsonSerializable(typeof(WebhookDeliveriesData))]
[JsonSerializable(typeof(ReplayDeadLettersRequest))]
[JsonSerializable(typeof(ReplayedLettersData))]
[JsonSerializable(typeof(ImmutableArray<CorsOriginState>))]
[JsonSerializable(typeof(CorsOriginRequest))]
[JsonSerializable(typeof(FlowsData))]
[JsonSerializable(typeof(FlowRequest))]
[JsonSerializable(typeof(LifeElementsData))]
[JsonSerializable(typeof(LifeElementRequest))]
[JsonSerializable(typeof(IntegrationConfigRequest))]
[JsonSerializable(typeof(RemoteStateAuthorityRequest))]
[JsonSerializable(typeof(RemoteStateAuthorityState))]
[JsonSerializable(typeof(CodedErrors))]
internal sealed partial class AdministrationJson : JsonSerializerContext;
