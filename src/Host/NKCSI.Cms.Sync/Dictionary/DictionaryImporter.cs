using NKCSI.Cms.Sync.Files;
using NKCSI.Cms.Sync.Import;
using NKCSI.Cms.Sync.Values;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace NKCSI.Cms.Sync.Dictionary;

internal sealed record DictionaryRecord(
    Guid Key,
    string ItemKey,
    string? Parent,
    IReadOnlyList<KeyValuePair<string, string>> Translations
)
{
    public static DictionaryRecord Read(SyncFile file) =>
        new(
            file.Key,
            file.Alias,
            file.Xml.Find("Info")?.Optional("Parent"),
            [
                .. (file.Xml.Find("Translations")?.Elements("Translation") ?? []).Select(translation =>
                    KeyValuePair.Create(translation.RequiredAttribute("Language"), translation.Value)
                ),
            ]
        );
}

/// <summary>Dictionary items are matched by key, then by alias.</summary>
internal sealed class DictionaryImporter(IDictionaryItemService dictionary) : IKindImporter
{
    private readonly EntityIndex<IDictionaryItem> items = new(item => item.Key, item => item.ItemKey);

    public SyncKind Kind => SyncKind.Dictionary;

    public async Task ImportAsync(ImportRun run, IReadOnlyList<SyncFile> files)
    {
        items.Load(await dictionary.GetDescendantsAsync(null));
        var read = run.Plan(files, DictionaryRecord.Read).OrderBy(item => item.File.Level).ToList();
        var byAlias = read.ToLookup(item => item.Record.ItemKey, StringComparer.OrdinalIgnoreCase);
        var planned = ParentsFirst.Order(
            read,
            item => item.Record.Parent is { } parent ? byAlias[parent] : [],
            item => item.Entry.Fail(new SyncFileException("Info/Parent", "ParentMissing", item.Record.Parent))
        );
        await run.EachAsync(ImportStep.Importing, planned, item => ImportOneAsync(run, item));
    }

    public Task LinkAsync(ImportRun run) => Task.CompletedTask;

    public async Task<bool> DeleteAsync(ImportRun run, SyncMarker marker)
    {
        if (items.Find(marker.Key) is null)
        {
            return false;
        }
        var attempt = await dictionary.DeleteAsync(marker.Key, ImportUser.Key);
        RefusedException.ThrowUnless(attempt.Success, attempt.Status);
        items.Remove(marker.Key);
        return true;
    }

    public Task<int?> CleanAsync(ImportRun run, SyncMarker marker, IReadOnlySet<Guid> keysInFiles) =>
        Task.FromResult<int?>(null);

    private async Task ImportOneAsync(ImportRun run, Planned<DictionaryRecord> item)
    {
        var record = item.Record;
        var parent = FindParent(run, item);
        var existing = items.Find(record.Key, record.ItemKey);
        var translations = record.Translations.Where(translation => IsKnown(run, item.Entry, translation.Key)).ToList();
        var wanted = State(record.ItemKey, parent?.Key, translations);
        if (existing is not null)
        {
            var differences = State(
                    existing.ItemKey,
                    existing.ParentId,
                    existing
                        .Translations.Where(known => IsNamed(translations, known.LanguageIsoCode))
                        .Select(known => KeyValuePair.Create(known.LanguageIsoCode, known.Value))
                )
                .DifferencesTo(wanted);
            if (differences.Count == 0)
            {
                return;
            }
            if (run.IsCreateOnly(Kind))
            {
                item.Entry.Skip("CreateOnly");
                return;
            }
            await UpdateAsync(run, existing, parent, record, translations);
            item.Entry.Updated(differences);
            return;
        }
        var created = new DictionaryItem(parent?.Key, record.ItemKey) { Key = record.Key };
        SetTranslations(run, created, translations);
        var attempt = await dictionary.CreateAsync(created, ImportUser.Key);
        RefusedException.ThrowUnless(attempt.Success, attempt.Status);
        items.Put(created);
        item.Entry.Created();
    }

    private async Task UpdateAsync(
        ImportRun run,
        IDictionaryItem existing,
        IDictionaryItem? parent,
        DictionaryRecord record,
        IReadOnlyList<KeyValuePair<string, string>> translations
    )
    {
        var moved = await dictionary.MoveAsync(existing, parent?.Key, ImportUser.Key);
        RefusedException.ThrowUnless(moved.Success, moved.Status);
        existing.ItemKey = record.ItemKey;
        SetTranslations(run, existing, translations);
        var attempt = await dictionary.UpdateAsync(existing, ImportUser.Key);
        RefusedException.ThrowUnless(attempt.Success, attempt.Status);
        items.Put(existing);
    }

    private IDictionaryItem? FindParent(ImportRun run, Planned<DictionaryRecord> item)
    {
        if (item.Record.Parent is not { } alias)
        {
            return null;
        }
        if (items.FindAlias(alias) is { } parent)
        {
            return parent;
        }
        if (run.FailsOnMissingParent(Kind))
        {
            throw new SyncFileException("Info/Parent", "ParentMissing", alias);
        }
        item.Entry.Warn("Info/Parent", "ParentUnknown", alias);
        return null;
    }

    private static bool IsKnown(ImportRun run, ImportEntry entry, string isoCode)
    {
        if (run.Site.Languages.FindAlias(isoCode) is not null)
        {
            return true;
        }
        entry.Warn($"Translations/Translation[{isoCode}]", "TranslationSkipped", isoCode);
        return false;
    }

    private static bool IsNamed(IEnumerable<KeyValuePair<string, string>> translations, string isoCode) =>
        translations.Any(named => named.Key.Equals(isoCode, StringComparison.OrdinalIgnoreCase));

    // Translations that the file does not name are those of languages that it does not know: they stay.
    private static void SetTranslations(
        ImportRun run,
        IDictionaryItem target,
        IReadOnlyList<KeyValuePair<string, string>> translations
    )
    {
        var kept = target.Translations.ToList();
        foreach (var (isoCode, text) in translations)
        {
            if (
                kept.Find(known => known.LanguageIsoCode.Equals(isoCode, StringComparison.OrdinalIgnoreCase)) is { } old
            )
            {
                old.Value = text;
            }
            else
            {
                kept.Add(new DictionaryTranslation(run.Site.Languages.FindAlias(isoCode)!, text));
            }
        }
        target.Translations = kept;
    }

    private static CanonicalState State(
        string itemKey,
        Guid? parent,
        IEnumerable<KeyValuePair<string, string>> translations
    )
    {
        var state = new CanonicalState().Add("@Alias", itemKey).Add("Info/Parent", parent);
        foreach (var (isoCode, text) in translations)
        {
            state.Add($"Translations/{isoCode.ToUpperInvariant()}", text.ReplaceLineEndings("\n"));
        }
        return state;
    }
}
