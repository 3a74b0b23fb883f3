using NKCSI.Testing;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.Strings;
using Umbraco.Extensions;
using Xunit;

namespace NKCSI.Cms.Publishing.Tests.PropertyEditors.Support;

/// <summary>Core on a real database, with the property editors under test.</summary>
internal static class EditorHost
{
    /// <summary>Core reads services of the last started host from a static field, so these tests run one by one.</summary>
    public const string Collection = "Hosts with property editors";

    public static Task<CmsTestHost> StartAsync(
        IDictionary<string, string?>? settings = null,
        Action<IUmbracoBuilder>? compose = null
    ) =>
        CmsTestHost.StartAsync(
            new CmsTestHostOptions
            {
                Compose = cms =>
                {
                    cms.AddCmsPublishing();
                    // The genuine site keeps Cyrillic in the names of uploads; ours transliterates (docs/differences.md).
                    cms.Services.AddUnique<IShortStringHelper>(_ => new DefaultShortStringHelper(
                        new DefaultShortStringHelperConfig().WithDefault(new RequestHandlerSettings())
                    ));
                    compose?.Invoke(cms);
                },
                Configuration = settings ?? new Dictionary<string, string?>(StringComparer.Ordinal),
            }
        );
}

[CollectionDefinition(EditorHost.Collection, DisableParallelization = true)]
public sealed class EditorHostCollection;
