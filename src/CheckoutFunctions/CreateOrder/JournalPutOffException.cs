namespace Checkout.Functions.CreateOrder;

/// <summary>A command met a lock or an upstream that is down; nothing is lost, the journal is walked again.</summary>
public sealed class JournalPutOffException(Problem problem) : Exception(problem.Message);
