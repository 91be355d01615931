namespace Checkout.Stores;

/// <summary>Why work waits that was due before.</summary>
public static class PutOffReasons
{
    /// <summary>A gateway has not told what became of a movement of money.</summary>
    public const string UnknownOutcome = "unknown_outcome";

    /// <summary>The order is still being placed.</summary>
    public const string Processing = "processing";

    /// <summary>A receiver has not taken a message.</summary>
    public const string MessageNotTaken = "message_not_taken";

    /// <summary>A step failed on our side; the log has it.</summary>
    public const string Fault = "fault";

    /// <summary>There is more to do, or somebody else had the order.</summary>
    public const string NotDone = "not_done";
}
