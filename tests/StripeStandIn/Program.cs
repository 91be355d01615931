using Checkout.Testing.Stripe;

// Says where it listens, and stays until it is ended: for suites that are not .NET.
await using var standIn = await StripeStandIn.Start(args is [var origin] ? origin : "http://127.0.0.1:0");
Console.WriteLine(standIn.Address);
await standIn.Ended();
