using NKCSI.Cms.Imaging;
using NKCSI.Cms.Publishing;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.Strings;
using Umbraco.Extensions;

namespace NKCSI.Testing.Recordings;

/// <summary>An empty site as the recordings had it: seeds, property editors, published caches.</summary>
internal static class RecordedSite
{
    public static Task<CmsTestHost> StartAsync() =>
        CmsTestHost.StartAsync(new CmsTestHostOptions { Compose = Compose });

    public static void Compose(IUmbracoBuilder cms)
    {
        cms.AddCmsPublishing();
        cms.AddCmsImaging();
        // The genuine site transliterated Bulgarian as Core does by itself.
        cms.Services.AddUnique<IShortStringHelper>(_ => new DefaultShortStringHelper(
            new DefaultShortStringHelperConfig().WithDefault(new RequestHandlerSettings())
        ));
    }
}
