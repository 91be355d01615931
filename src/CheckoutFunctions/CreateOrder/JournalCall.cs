namespace Checkout.Functions.CreateOrder;

/// <summary>One journal by its ids: what travels between orchestrator and activity, and outlives a deployment.</summary>
public sealed record JournalCall(string Shop, string PublicOrderId);
