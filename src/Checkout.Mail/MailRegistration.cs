using Checkout.Stores;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Checkout.Mail;

public static class MailRegistration
{
    /// <summary>
    /// Adds <see cref="IEmails"/>: through <c>Mail:Server</c> where one is set; as files in <c>Mail:Folder</c> where that is
    /// set, and in development; otherwise no letter can be handed over.
    /// </summary>
    /// <exception cref="InvalidOperationException">A setting is wrong; the message names it.</exception>
    public static IServiceCollection AddCheckoutMail(this IServiceCollection services, IConfiguration configuration, bool isDevelopment)
    {
        var options = MailOptions.From(configuration);
        services.AddSingleton(options);
        if (options.Server is not null)
            services.AddSingleton<IEmails, SmtpEmails>();
        else if (isDevelopment || options.Folder is not null)
            services.AddSingleton<IEmails, FileEmails>();
        else
            services.TryAddSingleton<IEmails, NoMailServer>();
        return services;
    }
}
