using Checkout.Addresses;
using Checkout.Changing.Customers;
using Checkout.Orders;
using Checkout.Tests.Orders;
using Shouldly;
using Xunit;

namespace Checkout.Tests.Customers;

public sealed class CustomerDecisionTests
{
    private static readonly CustomerDetails Jane = new("Jane", "Doe", "jane@example.com", AcceptsMarketing: true);

    [Fact]
    public void SetGuest_OrderWithACustomer_SaysCustomerExists()
    {
        var order = SetGuestCustomer.Decide(AnOrder.Of(), Jane, AnOrder.Now, new CountingIds()).Value;
        SetGuestCustomer
            .Decide(order, Jane, AnOrder.Now, new CountingIds())
            .Problems.ShouldHaveSingleItem()
            .SubType.ShouldBe("customer_exists");
    }

    [Fact]
    public void SetGuest_GivesAPublicIdAndAnEmptyPlatformId()
    {
        var guest = SetGuestCustomer.Decide(AnOrder.Of(), Jane, AnOrder.Now, new CountingIds()).Value.Customer!;
        (guest.PublicId, guest.PlatformId, guest.IsAuthenticated).ShouldBe(("1", "", false));
    }

    [Fact]
    public void SetGuest_NothingGiven_NamesEveryField() =>
        SetGuestCustomer
            .Decide(AnOrder.Of(), new CustomerDetails("", "", "", false), AnOrder.Now, new CountingIds())
            .Problems.Select(p => p.Field)
            .ShouldBe(["first_name", "last_name", "email_address"]);

    [Fact]
    public void Update_AuthenticatedCustomer_LeavesIdsAndAddresses()
    {
        var customer = new Customer
        {
            PlatformId = "12",
            PublicId = "p",
            IsAuthenticated = true,
            SavedAddresses = [AnOrder.Winnipeg],
        };
        var updated = UpdateCustomer.Decide(AnOrder.Of() with { Customer = customer }, Jane, AnOrder.Now).Value.Customer!;
        updated.ShouldBe(
            customer with
            {
                FirstName = "Jane",
                LastName = "Doe",
                EmailAddress = "jane@example.com",
                AcceptsMarketing = true,
            }
        );
    }

    [Fact]
    public void UpdateGuest_AuthenticatedCustomer_IsRefused() =>
        UpdateCustomer
            .DecideGuest(AnOrder.Of() with { Customer = new Customer { IsAuthenticated = true } }, Jane, AnOrder.Now)
            .Succeeded.ShouldBeFalse();

    [Fact]
    public void UpdateGuest_CustomerOfInitializeOrder_IsRefused_AndUpdateIsNot()
    {
        var order = AnOrder.Of() with
        {
            Customer = new Customer
            {
                PublicId = "p",
                EmailAddress = "jane@example.com",
                GivenAtStart = true,
            },
        };
        UpdateCustomer.DecideGuest(order, Jane, AnOrder.Now).Problems.ShouldHaveSingleItem().Field.ShouldBe("customer");
        UpdateCustomer.Decide(order, Jane, AnOrder.Now).Value.Customer!.FirstName.ShouldBe("Jane");
    }

    [Fact]
    public void SetGuest_ProcessedOrder_IsRefused() =>
        SetGuestCustomer
            .Decide(AnOrder.Of() with { Status = OrderStatus.Processed }, Jane, AnOrder.Now, new CountingIds())
            .Problems.ShouldHaveSingleItem()
            .Field.ShouldBe("is_processed");

    [Theory]
    [InlineData("jane@example.com", true)]
    [InlineData("jane+tag@example.co.uk", true)]
    [InlineData("o'neil@example.ie", true)]
    [InlineData("jane@müller.example", true)]
    [InlineData("", false)]
    [InlineData("jane", false)]
    [InlineData("jane@", false)]
    [InlineData("@example.com", false)]
    [InlineData("jane@example", false)]
    [InlineData("jane@@example.com", false)]
    [InlineData("jane doe@example.com", false)]
    [InlineData("Jane <jane@example.com>", false)]
    [InlineData("jane..doe@example.com", false)]
    [InlineData("jane@-example.com", false)]
    [InlineData("jane@127.0.0.1", false)]
    public void IsWellFormed_Address(string address, bool holds) => EmailAddresses.IsWellFormed(address).ShouldBe(holds);
}
