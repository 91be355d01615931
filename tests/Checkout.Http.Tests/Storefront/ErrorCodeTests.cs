using Checkout.Http.Dialects.BigCommerce;
using Checkout.Http.Dialects.Bold;
using Shouldly;
using Xunit;

namespace Checkout.Http.Tests.Storefront;

/// <summary>Connectors look for <c>code</c>, <c>type</c> and <c>message</c> in each error (docs/contract/README.md#errors).</summary>
public sealed class ErrorCodeTests
{
    [Theory]
    [InlineData("malformed", "malformed")]
    [InlineData("", "validation")]
    public void Entry_OfAProblem_HasItsReasonOrItsTypeAsCode(string subType, string code)
    {
        var entry = ErrorEntry.Of(Problem.Invalid("quantity", "quantity is no number.", subType));

        (entry.Code, entry.Type, entry.Message).ShouldBe((code, "validation", "quantity is no number."));
    }

    [Fact]
    public void Inner_OfAProblem_HasCodeAndMessage()
    {
        var inner = ErrorInner.Of(Problem.Invalid("quantity", "quantity is no number.", "malformed"), 422);

        (inner.Code, inner.Message).ShouldBe(("malformed", "quantity is no number."));
    }
}
