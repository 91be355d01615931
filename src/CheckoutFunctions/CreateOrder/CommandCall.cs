namespace Checkout.Functions.CreateOrder;

/// <summary>One command of a journal, by its ids: what travels between orchestrator and activities.</summary>
/// <param name="Key">In the journal.</param>
/// <param name="Name">Such as <c>calculate_shipping</c>; the activity has the same name.</param>
public sealed record CommandCall(string Shop, string PublicOrderId, string Key, string Name);

/// <summary>A command met a lock or an upstream that is down; nothing is lost, it is called again.</summary>
public sealed class CommandPutOffException(Problem problem) : Exception(problem.Message);
