using System.Text.RegularExpressions;
using Checkout.Http.Frame;
using Checkout.Journeys.Erasing;
using Checkout.Running;
using Checkout.Stores;

namespace Checkout.Http.Administration.Customers;

/// <summary>
/// Erases a customer, or a guest by the hash of their address (docs/contract/customers.md#erase): what is noted here is carried out
/// beside the request, and again until it is done. Three storage transactions.
/// </summary>
public sealed partial class EraseCustomerEndpoint(
    ICustomerStore customers,
    IPersonalData personal,
    IWakeUps wakeUps,
    PromptWakeUps prompt,
    TimeProvider time
) : ISlice
{
    public async Task<Reply> Handle(Call call)
    {
        var (shop, id) = (call.Route(RouteNames.Shop), call.Route(AdministrationRoutes.Id));
        if (await Find(shop, id, call.Cancellation) is not { } person)
            return Problem.NotFound("There is no such customer.");
        var wakeUp = ForgetPerson.WakeUpFor(shop, person, time.GetUtcNow());
        await personal.Request(shop, person, call.Cancellation);
        await wakeUps.Set(wakeUp, call.Cancellation);
        prompt.Take(wakeUp);
        return Reply.Of(new ErasedCustomerData(id, "erasing"));
    }

    private async Task<Person?> Find(string shop, string id, CancellationToken cancellation) =>
        Guest().Match(id) is { Success: true } guest ? new Person(PublicId: null, PlatformId: null, guest.Groups["hash"].Value)
        : await customers.Find(shop, id, cancellation) is { } customer ? Person.Of(customer)
        : null;

    [GeneratedRegex(@"^email-(?<hash>[0-9a-f]{64})\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Guest();
}

/// <param name="Status">erasing: it is carried out beside the request.</param>
public sealed record ErasedCustomerData(string Id, string Status);
