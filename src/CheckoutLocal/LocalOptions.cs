using System.ComponentModel.DataAnnotations;

namespace Checkout.Local;

/// <summary>Section <c>Local</c> of the configuration.</summary>
public sealed class LocalOptions
{
    public const string Section = "Local";

    /// <summary>
    /// Folder with shop.json, products.json and customers.json, loaded when the shop is not there yet; null loads
    /// nothing.
    /// </summary>
    public string? SamplesFolder { get; init; }

    /// <summary>How often due wake-ups are looked for.</summary>
    [Range(1, 3600, ErrorMessage = "Local:SweepSeconds must be from 1 to 3600.")]
    public int SweepSeconds { get; init; } = 60;

    /// <summary>How long a Create Order call waits for its run before it answers 202 (docs/contract/create-order.md#waiting).</summary>
    [Range(1, 30, ErrorMessage = "Local:CreateOrderWaitSeconds must be from 1 to 30.")]
    public int CreateOrderWaitSeconds { get; init; } = 30;
}
