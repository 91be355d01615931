namespace Checkout.Journeys.CreateOrder;

public sealed record RequestedCommand(string Key, string Command);
