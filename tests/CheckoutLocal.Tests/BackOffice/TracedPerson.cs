using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Checkout.Local.Tests.Faults;
using Checkout.Local.Tests.Payments;
using Shouldly;

namespace Checkout.Local.Tests.BackOffice;

/// <summary>Somebody whose every word is found again, wherever the store has it.</summary>
internal sealed record TracedPerson(string FirstName, string LastName)
{
    public required string Street { get; init; }
    public required string PostalCode { get; init; }
    public required string Phone { get; init; }
    public required string Business { get; init; }

    /// <summary>What they wrote with their order.</summary>
    public required string Wish { get; init; }

    /// <summary>What the shop wrote about them.</summary>
    public required string Note { get; init; }

    public string Email => $"{FirstName}.{LastName}@example.com";

    public string EmailHash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Email.ToLowerInvariant())));

    public JsonObject Address
    {
        get
        {
            var address = Calls.Address;
            address["first_name"] = FirstName;
            address["last_name"] = LastName;
            address["address_line_1"] = Street;
            address["business_name"] = Business;
            address["phone_number"] = Phone;
            address["postal_code"] = PostalCode;
            return address;
        }
    }

    /// <summary>Every row that holds a trace of them.</summary>
    public Task<List<string>> Found(LocalCheckout checkout) =>
        StoredRows.With(checkout, [FirstName, LastName, Street, PostalCode, Phone, Business, Wish, Note, EmailHash]);

    /// <summary>An order of theirs that is not placed.</summary>
    public async Task<Shopping> Begin(LocalCheckout checkout, string shop)
    {
        var shopping = await Shopping.Begin(checkout, shop);
        await shopping.Do(
            "customer/guest",
            new JsonObject
            {
                ["first_name"] = FirstName,
                ["last_name"] = LastName,
                ["email_address"] = Email,
            }
        );
        await shopping.Do("addresses/shipping", Address);
        await shopping.Do("addresses/billing", Address);
        await shopping.Do("shipping_lines", new JsonObject { ["index"] = "0" });
        await shopping.Do("taxes", []);
        await shopping.Do("meta_data", new JsonObject { ["notes"] = Wish });
        return shopping;
    }

    /// <summary>One that is placed, its money held.</summary>
    public async Task<Shopping> Place(LocalCheckout checkout, string shop)
    {
        var shopping = await Begin(checkout, shop);
        await shopping.Do("payments", new JsonObject { ["gateway_public_id"] = Scene.TestGateway, ["token"] = "tok_visa" });
        await shopping.Do("process_order", []);
        (await shopping.BackOffice(HttpMethod.Post, "notes", new JsonObject { ["note"] = Note })).Status.ShouldBe(200);
        return shopping;
    }

    /// <summary>One that is placed and paid.</summary>
    public async Task<Shopping> Pay(LocalCheckout checkout, string shop)
    {
        var shopping = await Place(checkout, shop);
        (await shopping.BackOffice(HttpMethod.Post, "payments/capture/full", [])).Status.ShouldBe(200);
        return shopping;
    }
}
