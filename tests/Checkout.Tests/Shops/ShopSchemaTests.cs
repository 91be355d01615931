using System.Text;
using Checkout.Shops;
using Checkout.Testing;
using Shouldly;
using Xunit;

namespace Checkout.Tests.Shops;

public sealed class ShopSchemaTests
{
    /// <summary>UPDATE_SCHEMA=1 writes the file again.</summary>
    [Fact]
    public void SchemaFile_SaysWhatTheProgramReads()
    {
        var file = Repository.Path("samples", "shop.schema.json");
        if (Environment.GetEnvironmentVariable("UPDATE_SCHEMA") == "1")
            File.WriteAllText(file, ShopDocument.Schema() + "\n");

        File.ReadAllText(file).ReplaceLineEndings("\n").ShouldBe(ShopDocument.Schema().ReplaceLineEndings("\n") + "\n");
    }

    [Fact]
    public void DemoShop_IsReadWhole()
    {
        var shop = ShopDocument.Parse(File.ReadAllBytes(Repository.Path("samples", "shop.json")));

        shop.Value.Identifier.ShouldBe("zp3oafdor9");
        shop.Value.DiscountCodes.Length.ShouldBe(7);
        Encoding.UTF8.GetString(ShopDocument.Write(shop.Value).Span).ShouldContain("\"testgateway");
    }
}
