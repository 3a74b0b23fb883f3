using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Umbraco.Cms.Core.Configuration;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.Factories;
using Umbraco.Cms.Core.HealthChecks.NotificationMethods;
using Umbraco.Cms.Core.Mail;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Security;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Templates;
using Umbraco.Extensions;

namespace NKCSI.Cms.Hosting.Absent;

/// <summary>
/// Stand-ins for what Core asks of parts that this host does not have yet. They answer "nothing there" or refuse; a part
/// or composer that has registered the real thing keeps it.
/// </summary>
internal static class AbsentParts
{
    public static IUmbracoBuilder AddAbsentParts(this IUmbracoBuilder builder)
    {
        var services = builder.Services;
        services.TryAddSingleton<IPackagingService, NoPackages>();
        services.TryAddSingleton<IPackageDataInstallation, NoPackageData>();
        services.TryAddSingleton<IWebhookFiringService, NoWebhookCalls>();
        services.TryAddSingleton<ILogViewerRepository, NoLogEntries>();
        services.TryAddSingleton<IUsageInformationService, NoUsageStatistics>();
        services.TryAddSingleton<IDatabaseSettingsFactory, NoDatabaseChoice>();
        services.TryAddSingleton<IMarkdownToHtmlConverter, PlainHealthReport>();
        services.TryAddSingleton<ICronTabParser, NoTimetables>();
        services.TryAddSingleton<ITemplateRenderer, NoTemplates>();

        services.TryAddSingleton<NoAccountMail>();
        services.TryAddSingleton<IUserInviteSender>(provider => provider.GetRequiredService<NoAccountMail>());
        services.TryAddSingleton<IUserForgotPasswordSender>(provider => provider.GetRequiredService<NoAccountMail>());
        services.TryAddSingleton<IInviteUriProvider>(provider => provider.GetRequiredService<NoAccountMail>());
        services.TryAddSingleton<IForgotPasswordUriProvider>(provider => provider.GetRequiredService<NoAccountMail>());
        services.TryAddSingleton<ICoreBackOfficeSignInManager, NoSignIn>();

        // Core's own class throws; whoever brings a better one has replaced it already.
        services.ReplaceCoreDefault<IEmailSender, NoMail>();

#pragma warning disable CS0618 // Obsolete and without effect since they stopped calling home, but still asked for.
        services.TryAddSingleton<IInstallationRepository, InstallationRepository>();
        services.TryAddSingleton<IUpgradeCheckRepository, UpgradeCheckRepository>();
#pragma warning restore CS0618
        return builder;
    }

    private static void ReplaceCoreDefault<TService, TImplementation>(this IServiceCollection services)
        where TService : class
        where TImplementation : class, TService
    {
        var registered = services.LastOrDefault(service => service.ServiceType == typeof(TService));
        if (registered is null || registered.ImplementationType?.Assembly == typeof(IUmbracoBuilder).Assembly)
        {
            services.AddUnique<TService, TImplementation>();
        }
    }
}
