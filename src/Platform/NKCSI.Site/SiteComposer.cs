using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.WebEncoders;
using NKCSI.Site.Content;
using NKCSI.Site.Lists;
using NKCSI.Site.Routing;
using NKCSI.Site.Texts;
using Umbraco.Cms.Core.Composing;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.Notifications;

namespace NKCSI.Site;

/// <summary>
/// The public site on either host: pages by content type alias, found through Core's router (contracts/two-hosts.md 2
/// and 3). Umbraco's type loader finds this class.
/// </summary>
public sealed class SiteComposer : IComposer
{
    public void Compose(IUmbracoBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services
            .AddRazorPages(options => options.Conventions.AddSitePages())
            .ConfigureApplicationPartManager(AddThisAssembly);
        services.Configure<WebEncoderOptions>(options =>
            // Bulgarian text is written as it is, not as numbers.
            options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All)
        );
        services.AddHttpContextAccessor();
        services.AddSingleton<PageMap>();
        services.AddSingleton<MatcherPolicy, PageMatcherPolicy>();
        services.AddScoped<PageTransformer>();
        services.AddScoped<PageCultureFilter>();
        services.AddSingleton<IStartupFilter, MapSitePages>();
        services.AddSingleton<SiteTexts>();
        services.AddScoped<SiteContext>();
        services.AddScoped<Pictures>();
        services.AddScoped<FactSheet>();
        services.AddScoped<RelatedRecords>();
        builder.AddNotificationHandler<DictionaryCacheRefresherNotification, ForgetTexts>();
        builder.AddNotificationHandler<LanguageCacheRefresherNotification, ForgetTexts>();
    }

    /// <summary>A project reference brings the part by itself, a dropped assembly does not: add what is missing.</summary>
    private static void AddThisAssembly(ApplicationPartManager manager)
    {
        var assembly = typeof(SiteComposer).Assembly;
        foreach (var part in ApplicationPartFactory.GetApplicationPartFactory(assembly).GetApplicationParts(assembly))
        {
            if (!manager.ApplicationParts.Any(known => known.Name == part.Name && known.GetType() == part.GetType()))
            {
                manager.ApplicationParts.Add(part);
            }
        }

        var views = new CompiledRazorAssemblyApplicationPartFactory();
        foreach (var part in views.GetApplicationParts(assembly))
        {
            if (!manager.ApplicationParts.Any(known => known.Name == part.Name && known.GetType() == part.GetType()))
            {
                manager.ApplicationParts.Add(part);
            }
        }
    }

    /// <summary>Joins the host's own routing, behind its authentication and antiforgery.</summary>
    private sealed class MapSitePages : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                next(app);
                app.UseEndpoints(endpoints =>
                {
                    endpoints.MapRazorPages();
                    endpoints.MapDynamicPageRoute<PageTransformer>(PageMatcherPolicy.Pattern, null!, 0);
                });
            };
    }
}
