using System.ComponentModel.DataAnnotations;

namespace Checkout.Functions.CreateOrder;

/// <summary>Section <c>CreateOrder</c> of the configuration.</summary>
public sealed class CreateOrderOptions
{
    public const string Section = "CreateOrder";

    /// <summary>Who walks the journal of a new order: <c>orchestration</c> or <c>inline</c>.</summary>
    [EnumDataType(typeof(CreateOrderDriver), ErrorMessage = "CreateOrder:Driver must be orchestration or inline.")]
    public CreateOrderDriver Driver { get; init; }

    /// <summary>How long a call waits for its run before it answers 202 (docs/contract/create-order.md#waiting).</summary>
    [Range(1, 30, ErrorMessage = "CreateOrder:WaitSeconds must be from 1 to 30.")]
    public int WaitSeconds { get; init; } = 30;
}
