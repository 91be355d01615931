using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Checkout.Addresses;
using Checkout.Http.Dialects.Bold;
using Checkout.Http.Frame;
using Checkout.Http.Frame.Json;
using Checkout.Orders;
using Checkout.Stores;

namespace Checkout.Http.Administration.Customers;

/// <summary>
/// Adds up to 100 customers or replaces what is known of them (docs/contract/customers.md#import): all are checked before the
/// first is written, and the call may be repeated. Two or three storage transactions each.
/// </summary>
public sealed class ImportCustomersEndpoint(ICustomerStore store, ICustomerList list, IIdSource ids, TimeProvider time) : ISlice
{
    private const int Most = 100;
    private const int MostAddresses = 20;

    public async Task<Reply> Handle(Call call)
    {
        var read = await call.Read<ImportCustomersRequest>();
        if (!read.Succeeded)
            return read.Problems;
        var customers = read.Value.Customers ?? [];
        var fields = new Fields().Check(customers.Length is > 0 and <= Most, "customers", $"Send from 1 to {Most} customers.");
        for (var i = 0; i < customers.Length; i++)
            Check(customers[i] ?? new ImportedCustomer(), fields, $"customers[{i}].");
        if (!fields.AreFine)
            return fields.Problems;
        var shop = call.Route(RouteNames.Shop);
        var (created, updated) = (0, 0);
        foreach (var customer in customers)
        {
            var known = await Find(shop, customer!, call.Cancellation);
            await store.Save(shop, customer!.On(known ?? New()), call.Cancellation);
            if (known is null)
                created++;
            else
                updated++;
        }

        return Reply.Of(new ImportedCustomersData(created, updated));
    }

    private static void Check(ImportedCustomer customer, Fields fields, string at)
    {
        fields
            .Check(
                !string.IsNullOrWhiteSpace(customer.PlatformId) || !string.IsNullOrWhiteSpace(customer.EmailAddress),
                $"{at}email_address",
                $"{at}email_address or platform_id is required.",
                "required"
            )
            .Text($"{at}platform_id", customer.PlatformId)
            .Text($"{at}first_name", customer.FirstName)
            .Text($"{at}last_name", customer.LastName)
            .Email($"{at}email_address", customer.EmailAddress)
            .Check(
                customer.SavedAddresses is null or { Length: <= MostAddresses },
                $"{at}saved_addresses",
                $"A customer has at most {MostAddresses} addresses.",
                "out_of_range"
            );
        foreach (var address in customer.SavedAddresses ?? [])
            AddressBody.Check(fields, $"{at}saved_addresses.", address);
        AddressBody.Check(fields, $"{at}default_address.", customer.DefaultAddress);
    }

    private async Task<CustomerRecord?> Find(string shop, ImportedCustomer customer, CancellationToken cancellation)
    {
        if (customer.PlatformId is { Length: > 0 } platformId)
        {
            if (await store.FindByPlatformId(shop, platformId, cancellation) is { } known)
                return known;
        }

        if (string.IsNullOrWhiteSpace(customer.EmailAddress))
            return null;

        // The same address with another id of the platform is somebody else.
        var asked = new PageRequest(Paging.HighestLimit);
        do
        {
            var page = await list.FindByEmail(shop, customer.EmailAddress, asked, cancellation);
            if (page.Items.FirstOrDefault(known => MayBe(customer, known)) is { } same)
                return same;
            asked = asked with { After = page.Next };
        } while (asked.After is not null);
        return null;
    }

    private static bool MayBe(ImportedCustomer customer, CustomerRecord known) =>
        string.IsNullOrEmpty(customer.PlatformId) || string.IsNullOrEmpty(known.PlatformId);

    private CustomerRecord New() => new() { PublicId = ids.PublicId(), CreatedAt = time.GetUtcNow() };
}

public sealed record ImportCustomersRequest(ImmutableArray<ImportedCustomer?>? Customers);

/// <summary>A customer as they are imported; what is left out stays as it is known.</summary>
public sealed record ImportedCustomer
{
    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? PlatformId { get; init; }
    public string? FirstName { get; init; }
    public string? LastName { get; init; }
    public string? EmailAddress { get; init; }
    public bool? AcceptsMarketing { get; init; }
    public ImmutableArray<AddressBody?>? SavedAddresses { get; init; }

    /// <summary>
    /// The address that a row of the CSV export has room for: the default one, or the first, is changed to it, and the others stay.
    /// </summary>
    public AddressBody? DefaultAddress { get; init; }

    internal CustomerRecord On(CustomerRecord known)
    {
        var saved = known with
        {
            PlatformId = PlatformId ?? known.PlatformId,
            FirstName = FirstName ?? known.FirstName,
            LastName = LastName ?? known.LastName,
            EmailAddress = EmailAddress?.Trim() ?? known.EmailAddress,
            AcceptsMarketing = AcceptsMarketing ?? known.AcceptsMarketing,
            SavedAddresses = SavedAddresses is { } addresses
                ? [.. addresses.OfType<AddressBody>().Select(address => address.ToAddress())]
                : known.SavedAddresses,
        };
        return DefaultAddress?.ToAddressOrNone() is { } address ? saved with { SavedAddresses = WithDefault(saved, address) } : saved;
    }

    private static ImmutableArray<Address> WithDefault(CustomerRecord customer, Address given)
    {
        var addresses = customer.SavedAddresses;
        var old =
            addresses.FirstOrDefault(address => address.IsDefault)
            ?? addresses.FirstOrDefault()
            ?? new Address
            {
                FirstName = customer.FirstName,
                LastName = customer.LastName,
                IsDefault = true,
            };
        var changed = given with
        {
            Id = old.Id,
            FirstName = given.FirstName.Length > 0 ? given.FirstName : old.FirstName,
            LastName = given.LastName.Length > 0 ? given.LastName : old.LastName,
            Email = old.Email,
            CustomFields = old.CustomFields,
            IsDefault = old.IsDefault,
        };
        return addresses.IsEmpty ? [changed] : [.. addresses.Select(address => ReferenceEquals(address, old) ? changed : address)];
    }
}

/// <param name="Created">Customers that were not known.</param>
/// <param name="Updated">Customers that were.</param>
public sealed record ImportedCustomersData(int Created, int Updated);
