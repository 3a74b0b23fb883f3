using NKCSI.Cms.Imaging;
using NKCSI.Cms.Publishing;
using NKCSI.Testing;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Strings;
using Umbraco.Extensions;

namespace NKCSI.Cms.Storage.Tests.Recordings;

/// <summary>An empty site as the recordings had it: seeds, property editors, published caches.</summary>
internal static class RecordedSite
{
    public static Task<CmsTestHost> StartAsync() =>
        CmsTestHost.StartAsync(
            new CmsTestHostOptions
            {
                Compose = cms =>
                {
                    cms.AddCmsPublishing();
                    cms.AddCmsImaging();
                    // The genuine site transliterated Bulgarian as Core does by itself.
                    cms.Services.AddUnique<IShortStringHelper>(_ => new DefaultShortStringHelper(
                        new DefaultShortStringHelperConfig().WithDefault(new RequestHandlerSettings())
                    ));
                },
            }
        );
}
