using Checkout.Simulation;

// dotnet run --project tests/Checkout.Simulation -- [count] [first seed] [sabotage]; one seed replays that seed.
var count = args.Length > 0 ? int.Parse(args[0]) : 10_000;
var first = args.Length > 1 ? int.Parse(args[1]) : 1;
var sabotage = args.Length > 2 ? Enum.Parse<Sabotage>(args[2]) : Sabotage.None;
return SimulationRun.Many(first, count, Console.Out, sabotage).Any(run => run.Violations.Count > 0) ? 1 : 0;
