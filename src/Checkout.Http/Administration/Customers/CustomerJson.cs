using System.Text.Json.Serialization;

namespace Checkout.Http.Administration.Customers;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(CustomersData))]
[JsonSerializable(typeof(ImportCustomersRequest))]
[JsonSerializable(typeof(ImportedCustomersData))]
[JsonSerializable(typeof(ErasedCustomerData))]
internal sealed partial class CustomerJson : JsonSerializerContext;
