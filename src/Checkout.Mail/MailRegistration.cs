using Checkout.Emails;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Checkout.Mail;

public static class MailRegistration
{
    /// <summary>Adds <see cref="IEmails"/>: through <c>Mail:Server</c> where one is set, as files in <c>Mail:Folder</c> where not.</summary>
    /// <exception cref="InvalidOperationException">A setting is wrong; the message names it.</exception>
    public static IServiceCollection AddCheckoutMail(this IServiceCollection services, IConfiguration configuration)
    {
        var options = MailOptions.From(configuration);
        services.AddSingleton(options);
        return options.Server is null
            ? services.AddSingleton<IEmails, FileEmails>()
            : services.AddSingleton<IEmails, SmtpEmails>();
    }
}
