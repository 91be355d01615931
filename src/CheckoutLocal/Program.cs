using Checkout.Local;

try
{
    await LocalHost.Build(args).RunAsync();
    return 0;
}
catch (Exception fault) when (LocalHost.Explain(fault) is { } explanation)
{
    await Console.Error.WriteLineAsync(explanation);
    return 1;
}
