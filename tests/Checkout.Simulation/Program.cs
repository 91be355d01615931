using Checkout.Simulation;

// dotnet run --project tests/Checkout.Simulation -- [count] [first seed]; one seed replays that seed.
var count = args.Length > 0 ? int.Parse(args[0]) : 10_000;
var first = args.Length > 1 ? int.Parse(args[1]) : 1;
return SimulationRun.Many(first, count, Console.Out).Any(run => run.Violations.Count > 0) ? 1 : 0;
