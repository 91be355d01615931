using System.Collections.Immutable;
using Checkout.Http.Administration;
using Checkout.Http.Administration.Customers;
using Checkout.Http.Backend.Exports;
using Checkout.Http.Frame;

namespace Checkout.Http.Hosting;

/// <summary>Customers, for the back office.</summary>
public static class CustomerEndpoints
{
    private static readonly Access Read = Access.Backend(Scopes.ReadCustomers);
    private static readonly Access Write = Access.Backend(Scopes.WriteCustomers);

    public static ImmutableArray<Endpoint> All { get; } =
    [
        Endpoint
            .Get<ListCustomersEndpoint>(AdministrationRoutes.Customers, Read)
            .Says("Lists the customers, or those with an e-mail address.")
            .Asks(ListCustomersEndpoint.Email, "The whole address, in any case.")
            .Pages()
            .Gives<CustomersData>(),
        Endpoint
            .Get<ExportCustomersEndpoint>(AdministrationRoutes.ExportCustomers, Read)
            .Says("Streams every customer as CSV or JSON Lines.")
            .Asks(ExportFormat.Parameter, "csv, which is usual, or jsonl.")
            .GivesText("text/csv"),
        Endpoint.Get<ShowCustomerEndpoint>(AdministrationRoutes.Customer, Read).Says("Reads a customer.").Gives<ListedCustomer>(),
        Endpoint
            .Delete<EraseCustomerEndpoint>(AdministrationRoutes.Customer, Write)
            .Says("Erases a customer, or a guest by the hash of their address: orders keep amounts and lose the person.")
            .Gives<ErasedCustomerData>(),
        Endpoint
            .Post<ImportCustomersEndpoint>(AdministrationRoutes.ImportCustomers, Write)
            .Says("Adds up to 100 customers, or replaces what is known of them.")
            .Takes<ImportCustomersRequest>()
            .Gives<ImportedCustomersData>(),
    ];
}
