namespace Checkout.Orders;

/// <summary>What a back office does to a gift card (docs/contract/gift-cards.md): adds to its balance, or disables it.</summary>
/// <param name="Id">The same again is the same change, made once.</param>
/// <param name="Amount">Minor units to add; below zero takes them off.</param>
public sealed record GiftCardChange(string Id, string Kind, long Amount, string Reason)
{
    public const string Adjust = "adjust";
    public const string Disable = "disable";

    /// <summary>Minor units: more is no gift.</summary>
    public const long HighestBalance = 1_000_000_000_000;

    /// <summary>A card is disabled once, whoever asks again.</summary>
    public static GiftCardChange ToDisable(string reason) => new(Disable, Disable, 0, reason);

    /// <summary>What is added to the balance. Refused: it would fall below nothing or rise too high, and a disabled card.</summary>
    public Result<long> AmountToAdd(long balance, bool isDisabled) =>
        isDisabled ? Problem.Invalid("status", "The gift card is disabled.", "not_allowed")
        : balance + Amount is < 0 or > HighestBalance
            ? Problem.Invalid("amount", $"The balance is {balance}; it must stay between 0 and {HighestBalance}.", "out_of_range")
        : Amount;
}
