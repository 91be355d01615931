#pragma warning disable CA1812 // Compiled to be read, never made.
namespace Checkout.Tests.Architecture.Ground
{
    internal sealed class State
    {
        /// <summary>The bad arrow: state that knows the journey above it, in the code of a lambda.</summary>
        public static Func<string> Describe => () => Upper.Journey.Name();
    }
}

namespace Checkout.Tests.Architecture.Upper
{
    internal sealed class Journey(Ground.State state)
    {
        public Ground.State State => state;

        public static string Name() => nameof(Journey);
    }
}
