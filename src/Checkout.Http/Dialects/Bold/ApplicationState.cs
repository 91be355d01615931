using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Checkout.Http.Frame.Json;
using Checkout.Orders;
using Checkout.Pricing;

namespace Checkout.Http.Dialects.Bold;

/// <summary>
/// The order as clients see it (docs/contract/shapes.md#application_state): every key, always. What plugins arranged for the page itself
/// comes under the names of their actions, and only then.
/// </summary>
public sealed record ApplicationState
{
    [JsonConverter(typeof(PhpObjectConverter<CustomerState>))]
    public CustomerState? Customer { get; init; }
    public required AddressesState Addresses { get; init; }
    public required ImmutableArray<LineItemState> LineItems { get; init; }
    public required ImmutableArray<FeeState> Fees { get; init; }
    public required ImmutableArray<TaxState> Taxes { get; init; }
    public required ImmutableArray<DiscountState> Discounts { get; init; }
    public required ImmutableArray<PaymentState> Payments { get; init; }
    public long OrderTotal { get; init; }

    /// <summary>What is still to be paid.</summary>
    public long OrderBalance { get; init; }
    public required MetaDataState OrderMetaData { get; init; }
    public required ShippingState Shipping { get; init; }

    /// <summary>Only of an order that goes to several addresses.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<DestinationState>? Destinations { get; init; }
    public string? ResumableLink { get; init; }
    public string? LinkToCart { get; init; }
    public string? FlowId { get; init; }
    public required CurrencyState Currency { get; init; }
    public CurrencyState? DisplayCurrency { get; init; }
    public decimal? DisplayExchangeRate { get; init; }
    public required string CreatedVia { get; init; }
    public bool IsProcessed { get; init; }
    public long OrderId { get; init; }
    public string? PlatformOrderId { get; init; }

    /// <summary>The page should select "Use a different billing address" (docs/contract/shapes.md#application_state).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? DifferentBillingAddress { get; init; }

    /// <summary>The order is picked up in the store, and the page hides the sections named.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? FlagOrderAsBopis { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableDictionary<string, bool>? HiddenSections { get; init; }

    /// <summary>The order that this one is a part of (docs/contract/plugins.md#split-orders).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SplitFrom { get; init; }

    /// <summary>The public ids of the other parts; of the first part alone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<string>? SplitInto { get; init; }

    public static ApplicationState Of(Order order)
    {
        var price = OrderPrice.Of(order);
        return new ApplicationState
        {
            Customer = order.Customer is { } customer ? CustomerState.Of(customer) : null,
            Addresses = new AddressesState(AddressState.OfNullable(order.ShippingAddress), AddressState.OfNullable(order.BillingAddress)),
            LineItems = [.. price.Lines.Select(LineItemState.Of)],
            Fees = [.. price.Fees.Select(FeeState.Of)],
            Taxes = TaxState.Of(price.Taxes),
            Discounts = DiscountState.Of(price.Discounts),
            Payments = PaymentState.Of(order, price),
            OrderTotal = price.Total,
            OrderBalance = price.Balance,
            OrderMetaData = MetaDataState.Of(order.MetaData),
            Shipping = ShippingState.Of(order, price),
            Destinations = DestinationState.Of(order, price),
            ResumableLink = order.ResumableLink,
            LinkToCart = order.LinkToCart,
            FlowId = order.FlowId,
            Currency = CurrencyState.Of(order.Currency),
            DisplayCurrency = order.DisplayCurrency is { } display ? CurrencyState.Of(display) : null,
            DisplayExchangeRate = order.DisplayCurrency?.Rate,
            CreatedVia = order.CreatedVia,
            IsProcessed = order.IsFinal,
            OrderId = order.OrderId,
            PlatformOrderId = order.PlatformOrderId,
            DifferentBillingAddress = order.Plugins.DifferentBillingAddress,
            FlagOrderAsBopis = order.Plugins.Bopis?.Enabled,
            HiddenSections = order.Plugins.Bopis?.HiddenSections,
            SplitFrom = order.SplitFrom == order.PublicOrderId ? null : order.SplitFrom,
            SplitInto =
                order.SplitFrom == order.PublicOrderId && !order.SplitInto.IsEmpty
                    ? [.. order.SplitInto.Select(part => part.PublicOrderId)]
                    : default(ImmutableArray<string>?),
        };
    }
}

public sealed record AddressesState(
    [property: JsonConverter(typeof(PhpObjectConverter<AddressState>))] AddressState? Shipping,
    [property: JsonConverter(typeof(PhpObjectConverter<AddressState>))] AddressState? Billing
);

/// <summary>An answer that says no more than the order's state.</summary>
public sealed record StateOnly(ApplicationState ApplicationState)
{
    public static StateOnly Of(Order order) => new(ApplicationState.Of(order));
}

/// <summary>Written as <c>{}</c>, and read as nothing.</summary>
public sealed record EmptyObject;

/// <summary>Order metadata (docs/contract/shapes.md#metadata).</summary>
public sealed record MetaDataState
{
    [JsonConverter(typeof(PhpObjectConverter<ImmutableDictionary<string, JsonElement>>))]
    public required ImmutableDictionary<string, JsonElement> CartParameters { get; init; }

    [JsonConverter(typeof(PhpObjectConverter<ImmutableDictionary<string, JsonElement>>))]
    public required ImmutableDictionary<string, JsonElement> NoteAttributes { get; init; }
    public required string Notes { get; init; }
    public required ImmutableArray<string> Tags { get; init; }

    public static MetaDataState Of(OrderMetaData metaData) =>
        new()
        {
            CartParameters = metaData.CartParameters,
            NoteAttributes = metaData.NoteAttributes,
            Notes = metaData.Notes,
            Tags = metaData.Tags,
        };
}
