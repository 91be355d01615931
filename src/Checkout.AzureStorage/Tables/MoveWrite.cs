namespace Checkout.AzureStorage.Tables;

/// <summary>What became of the group write of a move.</summary>
internal enum MoveWrite
{
    Now,

    /// <summary>The move's own row is there: it was made before.</summary>
    Before,

    /// <summary>Another move came between.</summary>
    Lost,
}
