using Microsoft.Extensions.DependencyInjection;
using NKCSI.Search.Fields;
using NKCSI.Search.Lucene.Engine;
using NKCSI.Search.Lucene.Fields;
using NKCSI.Search.Lucene.Indexing;
using NKCSI.Search.Lucene.Records;
using NKCSI.Search.Records;
using Umbraco.Cms.Core.Composing;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.Notifications;

namespace NKCSI.Search.Lucene;

/// <summary>Registers search on Lucene; found by Umbraco's type loader on either host.</summary>
public sealed class SearchComposer : IComposer
{
    public void Compose(IUmbracoBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddSingleton<IndexLocation>();
        services.AddSingleton<IFieldIndexes, FieldIndexes>();
        services.AddSingleton<RecordIndexes>();
        services.AddSingleton<PublishedRecords>();
        services.AddSingleton<RecordIndex>();
        services.AddSingleton<IRecordIndex>(provider => provider.GetRequiredService<RecordIndex>());
        services.AddSingleton<IRecordSearch, RecordSearch>();
        services.AddSingleton<IndexQueue>();
        services.AddHostedService<IndexWorker>();
        builder
            .AddNotificationHandler<ContentCacheRefresherNotification, QueueChangedContent>()
            .AddNotificationHandler<ContentTypeCacheRefresherNotification, QueueChangedContent>()
            .AddNotificationHandler<LanguageCacheRefresherNotification, QueueChangedContent>()
            .AddNotificationHandler<PublicAccessCacheRefresherNotification, QueueChangedContent>()
            .AddNotificationHandler<UmbracoApplicationStartedNotification, QueueChangedContent>();
    }
}
