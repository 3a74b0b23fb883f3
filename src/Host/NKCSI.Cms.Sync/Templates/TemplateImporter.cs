using NKCSI.Cms.Sync.Files;
using NKCSI.Cms.Sync.Import;
using NKCSI.Cms.Sync.Values;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;

namespace NKCSI.Cms.Sync.Templates;

internal sealed record TemplateRecord(Guid Key, string Alias, string Name, string? Master, string? Contents)
{
    public static TemplateRecord Read(SyncFile file) =>
        new(
            file.Key,
            file.Alias,
            file.Xml.Optional("Name") ?? file.Alias,
            file.Xml.Optional("Parent"),
            file.Xml.Optional("Contents")
        );
}

/// <summary>
/// Templates are matched by key, then by alias, and are metadata here: the view file is written only where the uSync
/// file carries it.
/// </summary>
internal sealed class TemplateImporter(
    ITemplateService templates,
    ITemplateContentParserService parser,
    IShortStringHelper shortStrings
) : IKindImporter
{
    public SyncKind Kind => SyncKind.Template;

    public async Task ImportAsync(ImportRun run, IReadOnlyList<SyncFile> files)
    {
        var read = run.Plan(files, TemplateRecord.Read).OrderBy(item => item.File.Level).ToList();
        var byAlias = read.ToLookup(item => item.Record.Alias, StringComparer.OrdinalIgnoreCase);
        var planned = ParentsFirst.Order(
            read,
            item => item.Record.Master is { } master ? byAlias[master] : [],
            item => item.Entry.Fail(new SyncFileException("Parent", "MasterUnknown", item.Record.Master))
        );
        await run.EachAsync(ImportStep.Importing, planned, item => ImportOneAsync(run, item));
    }

    public Task LinkAsync(ImportRun run) => Task.CompletedTask;

    public async Task<bool> DeleteAsync(ImportRun run, SyncMarker marker)
    {
        if (run.Site.Templates.Find(marker.Key) is null)
        {
            return false;
        }
        var attempt = await templates.DeleteAsync(marker.Key, ImportUser.Key);
        RefusedException.ThrowUnless(attempt.Success, attempt.Status);
        run.Site.Templates.Remove(marker.Key);
        return true;
    }

    public Task<int?> CleanAsync(ImportRun run, SyncMarker marker, IReadOnlySet<Guid> keysInFiles) =>
        Task.FromResult<int?>(null);

    private async Task ImportOneAsync(ImportRun run, Planned<TemplateRecord> item)
    {
        var record = item.Record;
        var existing = run.Site.Templates.Find(record.Key, record.Alias);
        var master = record.Master is { } alias ? run.Site.Templates.FindAlias(alias) : null;
        if (record.Master is not null && master is null)
        {
            item.Entry.Warn("Parent", "MasterUnknown", record.Master);
        }
        if (existing is null)
        {
            var created = new Template(shortStrings, record.Name, record.Alias)
            {
                Key = record.Key,
                Content = ContentFor(record, null, master),
            };
            var attempt = await templates.CreateAsync(created, ImportUser.Key);
            RefusedException.ThrowUnless(attempt.Success, attempt.Status);
            run.Site.Templates.Put(attempt.Result);
            item.Entry.Created();
            return;
        }
        var differences = State(existing.Alias, existing.Name, existing.MasterTemplateAlias)
            .DifferencesTo(State(record.Alias, record.Name, master?.Alias));
        if (differences.Count == 0)
        {
            return;
        }
        if (run.IsCreateOnly(Kind))
        {
            item.Entry.Skip("CreateOnly");
            return;
        }
        existing.Name = record.Name;
        existing.Alias = record.Alias;
        existing.Content = ContentFor(record, existing.Content, master);
        var update = await templates.UpdateAsync(existing, ImportUser.Key);
        RefusedException.ThrowUnless(update.Success, update.Status);
        run.Site.Templates.Put(update.Result);
        item.Entry.Updated(differences);
    }

    // Core reads the master out of the view's own text. Where that text says something else, it is given a line of its own.
    private string? ContentFor(TemplateRecord record, string? current, ITemplate? master)
    {
        var content = record.Contents ?? current;
        if (string.Equals(parser.MasterTemplateAlias(content), master?.Alias, StringComparison.OrdinalIgnoreCase))
        {
            return content;
        }
        return master is null ? "@{ Layout = null; }" : $"@{{ Layout = \"{master.Alias}.cshtml\"; }}";
    }

    private static CanonicalState State(string? alias, string? name, string? master) =>
        new CanonicalState().Add("@Alias", alias).Add("Name", name).Add("Parent", master);
}
