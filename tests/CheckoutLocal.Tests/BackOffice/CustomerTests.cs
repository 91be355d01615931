using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Checkout.Local.Tests.Payments;
using Shouldly;
using Xunit;

namespace Checkout.Local.Tests.BackOffice;

/// <summary>Customers are brought in, found and taken out by the back office.</summary>
[Collection(LocalCheckouts.Name)]
public sealed class CustomerTests(LocalCheckout checkout) : IAsyncLifetime
{
    private const string Shop = "peopleshop1";
    private const string Customers = $"/checkout/shop/{Shop}/customers";
    private const string Columns =
        "id,platform_id,first_name,last_name,email_address,accepts_marketing,created_at,"
        + "address_line_1,address_line_2,city,province,province_code,country,country_code,postal_code,business_name,phone_number";
    private readonly string email = $"{Guid.NewGuid():N}@example.com";

    public Task InitializeAsync() => Shopping.Open(checkout, Shop, demo => demo);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Import_Twice_KeepsOneCustomer_AndWhatIsLeftOut()
    {
        var first = await Import(
            new
            {
                email_address = email,
                first_name = "Ada",
                last_name = "Nash",
            }
        );
        var second = await Import(new { email_address = email.ToUpperInvariant(), first_name = "Ade" });

        (Counts(first), Counts(second)).ShouldBe(((1, 0), (0, 1)));
        var found = await Find(email);
        found.Select(c => (Text(c, "first_name"), Text(c, "last_name"))).ShouldBe([("Ade", "Nash")]);
        Text((await Get($"/{Text(found[0], "id")}")).Data, "id").ShouldBe(Text(found[0], "id"));
    }

    [Fact]
    public async Task Import_SameAddressUnderAnotherIdOfThePlatform_IsAnotherCustomer()
    {
        await Import(new { email_address = email, platform_id = $"a{email}" });
        await Import(new { email_address = email, platform_id = $"b{email}" });

        (await Find(email)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Email_ThatTheCustomerHasNoMore_FindsNobody()
    {
        var platformId = $"p-{Guid.NewGuid():N}";
        await Import(new { platform_id = platformId, email_address = email });
        await Import(new { platform_id = platformId, email_address = $"new-{email}" });

        (await Find(email)).ShouldBeEmpty();
        (await Find($"new-{email}")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task List_PageByPage_ShowsEachCustomerOnce()
    {
        var imported = new List<string>();
        foreach (var number in Enumerable.Range(0, 5))
        {
            await Import(new { email_address = $"{number}-{email}" });
            imported.Add(Text((await Find($"{number}-{email}")).Single(), "id"));
        }

        var all = (await Get("?limit=100")).Data["customers"]!.AsArray().Select(c => Text(c!, "id")).ToList();

        var seen = new List<string>();
        var query = "?limit=2";
        while (query.Length > 0)
        {
            var page = (await Get(query)).Data;
            seen.AddRange(page["customers"]!.AsArray().Select(c => Text(c!, "id")));
            query = page["next"] is { } next ? $"?limit=2&cursor={next.GetValue<string>()}" : "";
        }

        seen.ShouldBe(all);
        seen.ShouldBeUnique();
        imported.ShouldBeSubsetOf(seen);
    }

    [Fact]
    public async Task Export_HasEveryCustomer_AndNoFormula()
    {
        await Import(
            new
            {
                email_address = email,
                first_name = "=1+1",
                last_name = "Nash, the \"second\"",
                saved_addresses = new[]
                {
                    new
                    {
                        first_name = "Ada",
                        last_name = "Nash",
                        address_line_1 = "＝1",
                        city = "Winnipeg",
                        province = "Manitoba",
                        province_code = "MB",
                        country = "Canada",
                        country_code = "CA",
                        postal_code = "R3Y 0L6",
                    },
                },
            }
        );

        var csv = (await Export("csv")).Split("\r\n");
        csv[0].ShouldBe(Columns);
        csv[^1].ShouldBeEmpty();
        var customer = (await Find(email)).ShouldHaveSingleItem();
        var at = DateTimeOffset.Parse(Text(customer, "created_at"), CultureInfo.InvariantCulture).UtcDateTime;
        csv.Single(l => l.Contains(email, StringComparison.Ordinal))
            .ShouldBe(
                $"{Text(customer, "id")},,'=1+1,\"Nash, the \"\"second\"\"\",{email},false,{at:yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'},"
                    + "'＝1,,Winnipeg,Manitoba,MB,Canada,CA,R3Y 0L6,,"
            );
        var json = JsonNode.Parse((await Export("jsonl")).Split('\n').Single(l => l.Contains(email, StringComparison.Ordinal)))!;
        Text(json, "first_name").ShouldBe("=1+1");
        json["saved_addresses"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Export_AsLines_IsImportedAsItIs()
    {
        await Import(
            new
            {
                email_address = email,
                platform_id = "4711",
                first_name = "Ada",
                last_name = "Nash",
                accepts_marketing = true,
                saved_addresses = new[] { Home("1 Main St"), Home("50 Fultz Boulevard", isDefault: true) },
            }
        );
        var exported = await Exported();

        // Somebody spoils it; the file brings it back, its keys that are read only and all.
        await Import(
            new
            {
                platform_id = "4711",
                first_name = "X",
                accepts_marketing = false,
                saved_addresses = Array.Empty<object>(),
            }
        );
        Counts(await Import(exported)).ShouldBe((0, 1));

        (await Exported()).ToJsonString().ShouldBe(exported.ToJsonString());
        exported["saved_addresses"]!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public async Task Import_OfTheDefaultAddress_ChangesThatOneAndKeepsTheOthers()
    {
        await Import(new { email_address = email, saved_addresses = new[] { Home("1 Main St"), Home("2 Main St", isDefault: true) } });

        await Import(new { email_address = email, default_address = new { address_line_1 = "3 Main St", city = "Brandon" } });

        var addresses = (await Exported())["saved_addresses"]!.AsArray();
        addresses.Select(a => Text(a!, "address_line_1")).ShouldBe(["1 Main St", "3 Main St"]);
        (Text(addresses[1]!, "city"), Text(addresses[1]!, "first_name"), addresses[1]!["default"]!.GetValue<bool>()).ShouldBe(
            ("Brandon", "Ada", true)
        );
    }

    [Fact]
    public async Task Import_OfTheDefaultAddress_IsTheFirstOfWhoHasNone()
    {
        var customer = new
        {
            email_address = email,
            first_name = "Ada",
            last_name = "Nash",
            default_address = new { address_line_1 = "3 Main St" },
        };

        await Import(customer);
        await Import(customer);

        var address = (await Exported())["saved_addresses"]!.AsArray().ShouldHaveSingleItem()!;
        (Text(address, "first_name"), Text(address, "last_name"), address["default"]!.GetValue<bool>()).ShouldBe(("Ada", "Nash", true));
    }

    [Theory]
    [InlineData("{}", "customers")]
    [InlineData("""{"customers":[{"first_name":"x"}]}""", "email_address")]
    [InlineData("""{"customers":[{"email_address":"nobody"}]}""", "email_address")]
    public async Task Import_AskedForWrongly_IsRefusedByName(string body, string field)
    {
        var refused = await checkout.Send(HttpMethod.Post, $"{Customers}/import", body);

        (refused.Status, refused.Field).ShouldBe((422, field));
    }

    private async Task<JsonNode> Import(object customer)
    {
        var imported = await checkout.Send(
            HttpMethod.Post,
            $"{Customers}/import",
            JsonSerializer.Serialize(new { customers = new[] { customer } })
        );
        imported.Status.ShouldBe(200, imported.Json.ToJsonString());
        return imported.Data;
    }

    private static object Home(string line, bool isDefault = false) =>
        new
        {
            first_name = "Ada",
            last_name = "Nash",
            address_line_1 = line,
            city = "Winnipeg",
            province = "Manitoba",
            province_code = "MB",
            country = "Canada",
            country_code = "CA",
            postal_code = "R3Y 0L6",
            business_name = "Wheel Co",
            phone_number = "+12045550123",
            @default = isDefault,
        };

    /// <summary>The customer's line of the export.</summary>
    private async Task<JsonNode> Exported() =>
        JsonNode.Parse((await Export("jsonl")).Split('\n').Single(l => l.Contains(email, StringComparison.Ordinal)))!;

    private async Task<List<JsonNode>> Find(string address) =>
        [.. (await Get($"?email={address}")).Data["customers"]!.AsArray().Select(customer => customer!)];

    private async Task<string> Export(string format)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Customers}/export?format={format}");
        request.Headers.Authorization = new("Bearer", Testing.ShopTokens.For(LocalCheckout.Token, $"{Customers}/export"));
        using var answer = await checkout.Http.SendAsync(request);
        ((int)answer.StatusCode).ShouldBe(200);
        return await answer.Content.ReadAsStringAsync();
    }

    private Task<Answer> Get(string path) => checkout.Send(HttpMethod.Get, Customers + path);

    private static (int Created, int Updated) Counts(JsonNode imported) =>
        (imported["created"]!.GetValue<int>(), imported["updated"]!.GetValue<int>());

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();
}
