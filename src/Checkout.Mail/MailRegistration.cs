using Checkout.Mail.Letters;
using Checkout.Stores;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Checkout.Mail;

public static class MailRegistration
{
    /// <summary>
    /// Adds <see cref="ILetters"/>: through <c>Mail:Server</c> where one is set; as files in <c>Mail:Folder</c> where that is
    /// set, and in development; otherwise letters can be looked at and none is sent.
    /// </summary>
    /// <exception cref="InvalidOperationException">A setting is wrong; the message names it.</exception>
    public static IServiceCollection AddCheckoutMail(this IServiceCollection services, IConfiguration configuration, bool isDevelopment)
    {
        var options = MailOptions.From(configuration);
        services.AddSingleton(options);
        if (options.Server is not null)
            services.AddSingleton<IMailServer, SmtpMailServer>();
        else if (isDevelopment || options.Folder is not null)
            services.AddSingleton<IMailServer, MailFolder>();
        else
            services.AddSingleton<IMailServer, NoMailServer>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IOrderLinks, NoOrderLinks>();
        services.AddSingleton<LetterWriter>();
        services.AddSingleton<ILetters, MailedLetters>();
        return services;
    }
}
