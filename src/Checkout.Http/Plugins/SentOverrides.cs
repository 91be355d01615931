using System.Text.Json.Nodes;
using Checkout.Http.Pipeline.ApiDocuments;
using Checkout.Orders;
using Checkout.Plugins.Actions;
using Checkout.Plugins.Overrides;

namespace Checkout.Http.Plugins;

/// <summary>What overrides are asked, kind by kind, and what they answer.</summary>
internal static class SentOverrides
{
    private static readonly OverrideQuestions Questions = new();

    public static IEnumerable<SentCall> All =>
        [
            Of(
                OverrideKinds.AddressValidate,
                "An address is set, updated or validated.",
                (typeof(PluginAddress), Questions.AddressValidate(SamplePayload.Order.ShippingAddress!).Body),
                (
                    typeof(AddressOverrideAnswer),
                    """{"valid":false,"errors":[{"field":"postal_code","error_message":"Canada Post does not know this postal code."}]}"""
                )
            ),
            Of(
                OverrideKinds.Discount,
                "A code is entered or validated, or, with finalize, an order with it is placed.",
                (
                    typeof(DiscountRequest),
                    Questions.Discount(SamplePayload.Order, SamplePayload.Shop, CartLine.Uncounted, "SPRING", finalize: false).Body
                ),
                (
                    typeof(DiscountOverrideAnswer),
                    """
                    {"found":true,"valid":true,"kind":"FixedProductsInList","amount":500,"params":[{"itemKeys":["sample"]}],
                     "conditions":[{"name":"inCountries","params":["CA","US"]}],"message":""}
                    """
                )
            ),
            Of(
                OverrideKinds.Inventory,
                "The page checks the stock, or an order is placed.",
                (typeof(InventoryRequest), Questions.Inventory(SamplePayload.Order, InventoryAnswer.Initial).Body),
                (typeof(InventoryOverrideAnswer), """{"type":"initial","items":[{"sku":"SAMPLE","quantity":1,"available_quantity":9}]}""")
            ),
            Of(
                OverrideKinds.Shipping,
                "Shipping lines are listed, selected, estimated or calculated.",
                (
                    typeof(ShippingRequest),
                    Questions
                        .Shipping(SamplePayload.Order, SamplePayload.Shop, CartLine.Uncounted, SamplePayload.Order.ShippingAddress!)
                        .Body
                ),
                (typeof(ShippingOverrideAnswer), """{"rates":[{"line_text":"Overnight","value":10.5,"code":"ON","selected":true}]}""")
            ),
            Of(
                OverrideKinds.Tax,
                "Taxes are calculated.",
                (
                    typeof(TaxRequest),
                    Questions.Tax(SamplePayload.Order, SamplePayload.Shop, CartLine.Uncounted, SamplePayload.Order.ShippingAddress!).Body
                ),
                (
                    typeof(TaxOverrideAnswer),
                    """
                    {"line_items":{"sample":[{"name":"GST","rate":0.05,"amount":50}]},"shipping":[{"name":"GST","rate":0.05}],
                     "sub_total":[{"name":"GST","rate":0.05}]}
                    """
                )
            ),
        ];

    private static SentCall Of(string kind, string when, (Type Type, byte[] Body) asked, (Type Type, string Body) answered) =>
        new($"override/{kind}", $"Override_{kind}", when)
        {
            Body = schemas => (JsonObject)schemas.OfAnswer(asked.Type),
            Example = () => JsonNode.Parse(asked.Body)!,
            Answer = schemas => schemas.OfRequest(answered.Type),
            AnswerExample = () => JsonNode.Parse(answered.Body)!,
            Answers = [("200", "The answer. Any other, and one that cannot be read, is a 503 to whoever asked for the change.")],
            Headers = SentCall.StandardHeaders,
        };
}
