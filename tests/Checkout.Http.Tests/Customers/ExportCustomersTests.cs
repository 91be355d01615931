using System.Security.Cryptography;
using System.Text;
using Checkout.Http.Frame;
using Checkout.Http.Hosting;
using Checkout.Http.Pipeline;
using Checkout.Orders;
using Checkout.Shops;
using Checkout.Stores;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Checkout.Http.Tests.Customers;

/// <summary>A file of customers that ends well is whole.</summary>
public sealed class ExportCustomersTests : IShops, ISecrets, ICustomerList
{
    private const string Token = "shop-token";

    private readonly Shop shop = new()
    {
        Identifier = "exportshop",
        Name = "Export",
        Currency = "CAD",
        ApiTokens = [new ApiToken("back office", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Token))), ["*"])],
    };

    [Theory]
    [InlineData("csv")]
    [InlineData("jsonl")]
    public async Task Store_ThatFailsAfterThePageBefore_CutsTheConnection(string format)
    {
        await using var host = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IShops>(this)
            .AddSingleton<ISecrets>(this)
            .AddSingleton<ICustomerList>(this)
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IStorageMeter, ScopedStorageMeter>()
            .AddCheckoutHttp(new HttpSettings(IsDevelopment: false))
            .BuildServiceProvider();
        await using var scope = host.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        var connection = new Connection();
        http.Features.Set<IHttpRequestLifetimeFeature>(connection);
        http.Request.RouteValues["shop_identifier"] = shop.Identifier;
        http.Request.QueryString = new QueryString($"?format={format}");
        http.Request.Headers.Authorization = $"Bearer {Token}";
        using var answer = new MemoryStream();
        http.Response.Body = answer;
        var result = await host.GetRequiredService<Dispatcher>().Run("ExportCustomers", http);

        await Should.ThrowAsync<IOException>(() => result.ExecuteAsync(http));

        Encoding.UTF8.GetString(answer.ToArray()).ShouldContain("first@example.com");
        connection.IsCut.ShouldBeTrue();
    }

    Task<PageOf<CustomerRecord>> ICustomerList.List(string shop, PageRequest page, CancellationToken cancellation) =>
        page.After is null
            ? Task.FromResult(
                new PageOf<CustomerRecord>([new CustomerRecord { PublicId = "1", EmailAddress = "first@example.com" }], "more")
            )
            : throw new IOException("The store went away.");

    Task<PageOf<CustomerRecord>> ICustomerList.FindByEmail(
        string shop,
        string emailAddress,
        PageRequest page,
        CancellationToken cancellation
    ) => throw new NotSupportedException();

    Task<Shop?> IShops.Find(string identifier, CancellationToken cancellation) =>
        Task.FromResult(identifier == shop.Identifier ? shop : null);

    Task<StoredShop?> IShops.Load(string identifier, CancellationToken cancellation) => throw new NotSupportedException();

    Task<Result<bool>> IShops.Save(Shop shop, string? etag, CancellationToken cancellation) => throw new NotSupportedException();

    Task<IReadOnlyList<string>> IShops.Identifiers(CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<string>>([shop.Identifier]);

    Task<string?> ISecrets.Find(string name, CancellationToken cancellation) => Task.FromResult<string?>(null);

    Task<IReadOnlyList<SecretVersion>> ISecrets.Versions(string name, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<SecretVersion>>([]);

    /// <summary>That of a context without a server only forgets what it is told.</summary>
    private sealed class Connection : IHttpRequestLifetimeFeature
    {
        public bool IsCut { get; private set; }

        public CancellationToken RequestAborted { get; set; }

        public void Abort() => IsCut = true;
    }
}
