using System.Reflection;
using Checkout.Faults;
using Checkout.Functions.Tests.CreateOrder;
using Checkout.Functions.Timers;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Checkout.Functions.Tests;

public sealed class FunctionsRegistrationTests
{
    public static TheoryData<Type> FunctionClasses() =>
        [
            .. typeof(DurableConnection)
                .Assembly.GetTypes()
                .Where(t => t is { IsAbstract: false } && t.GetMethods().Any(m => m.GetCustomAttribute<FunctionAttribute>() is not null)),
        ];

    /// <summary>The worker makes a class of functions at its first call; what is not registered would be missed only then.</summary>
    [Theory]
    [MemberData(nameof(FunctionClasses))]
    public async Task EveryClassOfFunctions_CanBeMade(Type functions)
    {
        await using var app = new FunctionsApp("UseDevelopmentStorage=true", TimeProvider.System, new NoCrashPoints());

        ActivatorUtilities.CreateInstance(app.Service<IServiceProvider>(), functions).ShouldNotBeNull();
    }

    [Fact]
    public async Task PromptWork_RunsBesideTheFunctions()
    {
        await using var app = new FunctionsApp("UseDevelopmentStorage=true", TimeProvider.System, new NoCrashPoints());

        app.Service<IEnumerable<IHostedService>>().OfType<PromptWork>().ShouldHaveSingleItem();
    }
}
