using System.Globalization;
using Checkout.Simulation;

// dotnet run --project tests/Checkout.Simulation -- [count] [first seed] [sabotage]; one seed replays that seed. «catch» as count
// walks a few hundred until one breaks an invariant; «tell» prints how the world of one seed ended.
var first = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1;
var sabotage = args.Length > 2 ? Enum.Parse<Sabotage>(args[2]) : Sabotage.None;
if (args is ["catch", ..])
    return SimulationRun.Catch(first, sabotage, Console.Out) ? 0 : 1;
if (args is ["tell", ..])
{
    Autopsy.Tell(first, sabotage, Console.Out);
    return 0;
}

var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 10_000;
return SimulationRun.Many(first, count, Console.Out, sabotage) ? 1 : 0;
