using NKCSI.Search.Records;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Web;

namespace NKCSI.Search.Lucene.Records;

/// <summary>Keeps the indexes of all cultures in step with the published content.</summary>
internal sealed class RecordIndex(
    RecordIndexes indexes,
    PublishedRecords records,
    ILanguageService languages,
    IUmbracoContextFactory contexts
) : IRecordIndex
{
    private volatile IReadOnlyList<string>? _cultures;

    public bool NeedsRebuild =>
        _cultures is not { } cultures || cultures.Any(culture => indexes.Of(culture).NeedsRebuild);

    /// <summary>Learns which cultures there are, so that <see cref="NeedsRebuild"/> can look at their indexes.</summary>
    public async Task<IReadOnlyList<string>> CulturesAsync() =>
        _cultures = [.. (await languages.GetAllAsync()).Select(language => language.IsoCode)];

    public async Task RebuildAsync(IProgress<int>? progress, CancellationToken ct)
    {
        using var context = contexts.EnsureUmbracoContext();
        var done = 0;
        foreach (var culture in await CulturesAsync())
        {
            await indexes
                .Of(culture)
                .RebuildAsync(
                    async (writer, token) =>
                    {
                        foreach (var key in records.AllKeys())
                        {
                            token.ThrowIfCancellationRequested();
                            if (await records.ReadAsync(key, culture) is { } record)
                            {
                                writer.AddDocument(RecordFields.ToDocument(record));
                                progress?.Report(++done);
                            }
                        }
                    },
                    ct
                );
        }
    }

    public async Task UpdateAsync(IReadOnlyCollection<Guid> documentKeys, CancellationToken ct)
    {
        using var context = contexts.EnsureUmbracoContext();
        foreach (var culture in await CulturesAsync())
        {
            var current = new List<SearchRecord>();
            foreach (var key in documentKeys)
            {
                ct.ThrowIfCancellationRequested();
                if (await records.ReadAsync(key, culture) is { } record)
                {
                    current.Add(record);
                }
            }

            await indexes
                .Of(culture)
                .WriteAsync(
                    writer =>
                    {
                        writer.DeleteDocuments([.. documentKeys.Select(RecordFields.KeyTerm)]);
                        writer.AddDocuments(current.Select(RecordFields.ToDocument));
                    },
                    ct
                );
        }
    }
}
