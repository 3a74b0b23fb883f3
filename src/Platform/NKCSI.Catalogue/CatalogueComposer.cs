using Microsoft.Extensions.DependencyInjection;
using NKCSI.Catalogue.Indexing;
using NKCSI.Catalogue.Vocabularies;
using NKCSI.Search.Records;
using Umbraco.Cms.Core.Composing;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.Notifications;

namespace NKCSI.Catalogue;

/// <summary>Registers the catalogue; found by Umbraco's type loader on either host.</summary>
public sealed class CatalogueComposer : IComposer
{
    public void Compose(IUmbracoBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton<ControlledVocabularies>();
        builder.Services.AddSingleton<ISearchRecordMapper, RecordMapper>();
        builder.AddNotificationHandler<ContentCacheRefresherNotification, ForgetVocabularies>();
    }
}
