using System.Collections.Immutable;
using Checkout.Addresses;
using Checkout.Letters;
using Checkout.Orders;
using Checkout.Shops;

namespace Checkout.Mail.Tests;

public sealed class DestinationLetterTests
{
    [Fact]
    public async Task Order_ToSeveralAddresses_NamesEachWithWhatGoesThereAndItsShipping()
    {
        var seattle = new Address
        {
            Id = "2",
            FirstName = "Bo",
            LastName = "Lee",
            AddressLine1 = "400 Broad St",
            City = "Seattle",
            Country = "United States",
            CountryCode = "US",
        };
        var order = Stage.Order();
        order = order with
        {
            ShippingAddress = seattle with { Id = "1", FirstName = "Ann", City = "Winnipeg", Country = "Canada", CountryCode = "CA" },
            FurtherShippingAddresses = [seattle],
            LineItems = [order.LineItems[0] with { Quantity = 3, Divided = [new SentUnits(seattle, 1)] }],
            Shipping = new OrderShipping
            {
                Selected = new ShippingLine("1:0,2:0", "Post + Ground", 2450, "post + ground"),
                Destinations = new Dictionary<string, OrderShipping>
                {
                    ["1"] = new() { Selected = new ShippingLine("0", "Post", 650, "post") },
                    ["2"] = new() { Selected = new ShippingLine("0", "Ground", 1800, "ground") },
                }.ToImmutableDictionary(),
            },
        };

        var letter = SampleLetters.Of(LetterKind.OrderConfirmation, order) with { Language = "en" };
        var written = (await Stage.Letters().Write(Stage.Shop(), order, letter, default)).Value;

        var text = written.Text;
        text.ShouldContain("Winnipeg");
        text.ShouldContain("2 × Kettle\nPost: $6.50");
        text.ShouldContain("1 × Kettle\nGround: $18.00");
        text.IndexOf("Seattle", StringComparison.Ordinal)
            .ShouldBeInRange(text.IndexOf("Post:", StringComparison.Ordinal), text.IndexOf("Ground:", StringComparison.Ordinal));
        written.Html.ShouldContain("2 × Kettle");
        written.Html.ShouldContain("Ground: $18.00");
    }
}
