using System.Globalization;
using NKCSI.Cms.Sync.Files;
using NKCSI.Cms.Sync.Import;
using NKCSI.Cms.Sync.Values;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace NKCSI.Cms.Sync.Languages;

internal sealed record LanguageRecord(string IsoCode, string Name, bool IsMandatory, bool IsDefault, string? Fallback)
{
    public static LanguageRecord Read(SyncFile file)
    {
        var isoCode = file.Xml.Required("IsoCode");
        try
        {
            _ = CultureInfo.GetCultureInfo(isoCode);
        }
        catch (CultureNotFoundException)
        {
            throw new SyncFileException("IsoCode", "NotACulture", isoCode);
        }
        return new LanguageRecord(
            isoCode,
            file.Xml.Optional("Name") ?? isoCode,
            file.Xml.Flag("IsMandatory"),
            file.Xml.Flag("IsDefault"),
            file.Xml.Optional("Fallback")
        );
    }
}

/// <summary>Languages are matched by ISO code; the key of their files is a hash of it and means nothing.</summary>
internal sealed class LanguageImporter(ILanguageService languages) : IKindImporter
{
    private List<Planned<LanguageRecord>> planned = [];

    public SyncKind Kind => SyncKind.Language;

    public async Task ImportAsync(ImportRun run, IReadOnlyList<SyncFile> files)
    {
        // The default language first: Core refuses to leave a site without one.
        planned =
        [
            .. run.Plan(files, LanguageRecord.Read)
                .OrderByDescending(item => item.Record.IsDefault)
                .ThenBy(item => item.Record.IsoCode, StringComparer.OrdinalIgnoreCase),
        ];
        var seen = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        await run.EachAsync(
            ImportStep.Importing,
            planned,
            item =>
                seen.TryAdd(item.Record.IsoCode, item.File.Path)
                    ? ImportOneAsync(run, item)
                    : throw new SyncFileException(
                        "IsoCode",
                        "DuplicateName",
                        item.Record.IsoCode,
                        seen[item.Record.IsoCode]
                    )
        );
    }

    public Task LinkAsync(ImportRun run) => run.EachAsync(ImportStep.Linking, planned, item => LinkOneAsync(run, item));

    public async Task<bool> DeleteAsync(ImportRun run, SyncMarker marker)
    {
        if (run.Site.Languages.FindAlias(marker.Alias) is null)
        {
            return false;
        }
        var attempt = await languages.DeleteAsync(marker.Alias, ImportUser.Key);
        RefusedException.ThrowUnless(attempt.Success, attempt.Status);
        return true;
    }

    public Task<int?> CleanAsync(ImportRun run, SyncMarker marker, IReadOnlySet<Guid> keysInFiles) =>
        Task.FromResult<int?>(null);

    private async Task ImportOneAsync(ImportRun run, Planned<LanguageRecord> item)
    {
        var record = item.Record;
        var existing = run.Site.Languages.FindAlias(record.IsoCode);
        var isDefault = record.IsDefault;
        if (existing is { IsDefault: true } && !isDefault)
        {
            item.Entry.Warn("IsDefault", "DefaultLanguageStays");
            isDefault = true;
        }
        var wanted = State(record.Name, record.IsMandatory, isDefault);
        if (existing is not null)
        {
            var differences = State(existing.CultureName, existing.IsMandatory, existing.IsDefault)
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
            item.Entry.Updated(differences);
        }
        var language = existing ?? new Language(record.IsoCode, record.Name);
        language.CultureName = record.Name;
        language.IsMandatory = record.IsMandatory;
        language.IsDefault = isDefault;
        var attempt = existing is null
            ? await languages.CreateAsync(language, ImportUser.Key)
            : await languages.UpdateAsync(language, ImportUser.Key);
        RefusedException.ThrowUnless(attempt.Success, attempt.Status);
        if (existing is null)
        {
            item.Entry.Created();
        }
        await run.Site.LoadLanguagesAsync();
    }

    private async Task LinkOneAsync(ImportRun run, Planned<LanguageRecord> item)
    {
        var fallback = item.Record.Fallback;
        if (
            run.Site.Languages.FindAlias(item.Record.IsoCode) is not { } language
            || language.FallbackIsoCode == fallback
        )
        {
            return;
        }
        if (fallback is not null && run.Site.Languages.FindAlias(fallback) is null)
        {
            item.Entry.Warn("Fallback", "FallbackUnknown", fallback);
            return;
        }
        language.FallbackIsoCode = fallback;
        var attempt = await languages.UpdateAsync(language, ImportUser.Key);
        RefusedException.ThrowUnless(attempt.Success, attempt.Status);
        item.Entry.Updated(["Fallback"]);
        await run.Site.LoadLanguagesAsync();
    }

    private static CanonicalState State(string name, bool isMandatory, bool isDefault) =>
        new CanonicalState().Add("Name", name).Add("IsMandatory", isMandatory).Add("IsDefault", isDefault);
}
