namespace Checkout.Http.Administration;

/// <summary>Routes of shop administration (docs/contract/administration.md).</summary>
public static class AdministrationRoutes
{
    private const string Shop = "checkout/shop/{shop_identifier}";

    public const string Id = "id";
    public const string Me = Shop + "/me";
    public const string Kind = "kind";
    public const string Letters = Shop + "/letters";
    public const string LetterPreview = Letters + "/{kind}/preview";
    public const string LetterTest = Letters + "/{kind}/test";
    public const string Settings = Shop + "/settings";
    public const string Products = Shop + "/products";
    public const string Product = Products + "/{id}";
    public const string ProductStock = Product + "/stock";
    public const string ProductStockMoves = ProductStock + "/moves";
    public const string GiftCards = Shop + "/gift_cards";
    public const string GiftCard = GiftCards + "/{id}";
    public const string AdjustGiftCard = GiftCard + "/adjust";
    public const string DisableGiftCard = GiftCard + "/disable";
    public const string SendGiftCard = GiftCard + "/send";
    public const string Customers = Shop + "/customers";
    public const string ExportCustomers = Customers + "/export";
    public const string ImportCustomers = Customers + "/import";
    public const string Customer = Customers + "/{id}";
    public const string ApiTokens = Shop + "/api_tokens";
    public const string ApiToken = ApiTokens + "/{id}";
    public const string Plugins = Shop + "/plugins";
    public const string Plugin = Plugins + "/{id}";
    public const string SimulatePlugin = Plugin + "/simulate";
    public const string DeadLetters = Shop + "/dead_letters";
    public const string ReplayDeadLetters = DeadLetters + "/replay";
    public const string ReplayDeadLetter = DeadLetters + "/{id}/replay";
    public const string Overrides = Shop + "/overrides";
    public const string Override = Overrides + "/{id}";
    public const string Webhooks = Shop + "/webhooks";
    public const string WebhookTopics = Webhooks + "/topics";
    public const string Webhook = Webhooks + "/{id}";
    public const string TestWebhook = Webhook + "/test";
    public const string WebhookDeliveries = Webhook + "/deliveries";
    public const string DeliveryId = "delivery_id";
    public const string ResendDelivery = WebhookDeliveries + "/{delivery_id}/resend";
    public const string CorsOrigins = Shop + "/cors";
    public const string CorsOrigin = CorsOrigins + "/{id}";
    public const string Flows = Shop + "/flows";
    public const string AvailableFlows = Flows + "/available";
    public const string Flow = Flows + "/{id}";
    public const string LifeElements = Shop + "/life_elements";
    public const string LifeElement = LifeElements + "/{id}";
    public const string IntegrationConfig = Shop + "/integration/config";
    public const string RemoteStateAuthority = Shop + "/rsa_config";
}
