using NKCSI.Cms.Sync.Files;
using NKCSI.Cms.Sync.Import;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.ContentEditing;
using Umbraco.Cms.Core.Services;

namespace NKCSI.Cms.Sync.Domains;

internal sealed record DomainRecord(
    string Name,
    bool IsWildcard,
    string Language,
    Guid RootKey,
    string RootPath,
    int? SortOrder
)
{
    public static DomainRecord Read(SyncFile file)
    {
        var info = file.Xml.Find("Info") ?? throw new SyncFileException("Info", "ElementMissing", "Info");
        var root = info.Find("Root") ?? throw new SyncFileException("Info/Root", "ElementMissing", "Root");
        return new DomainRecord(
            file.Alias.ToLowerInvariant(),
            info.Flag("IsWildcard") || file.Alias.StartsWith('*'),
            info.Required("Language"),
            root.RequiredKey(),
            root.Value.Trim(),
            info.OptionalNumber("SortOrder")
        );
    }
}

/// <summary>
/// Domains are matched by name. Core assigns all domains of a document at once, so they are gathered by document first;
/// domains that no file names stay. A wildcard is the culture of its document, whatever number its name holds.
/// </summary>
internal sealed class DomainImporter(IDomainService domains, IContentService contents) : IKindImporter
{
    private readonly Dictionary<Guid, Assignment> assignments = [];
    private readonly Dictionary<int, Guid> keys = [];

    public SyncKind Kind => SyncKind.Domain;

    public async Task ImportAsync(ImportRun run, IReadOnlyList<SyncFile> files)
    {
        var planned = run.Plan(files, DomainRecord.Read)
            .OrderBy(item => item.Record.SortOrder ?? int.MaxValue)
            .ThenBy(item => item.Record.Name, StringComparer.Ordinal)
            .ToList();
        await LoadAsync();
        var seen = new Dictionary<string, Planned<DomainRecord>>(StringComparer.Ordinal);
        await run.EachAsync(
            ImportStep.Importing,
            planned,
            item =>
            {
                var name = item.Record.IsWildcard ? $"*{item.Record.RootKey}" : item.Record.Name;
                if (seen.TryGetValue(name, out var first))
                {
                    item.Entry.Skip("DuplicateName", item.Record.Name, first.File.Path);
                    return Task.CompletedTask;
                }
                seen[name] = item;
                Assign(run, item);
                return Task.CompletedTask;
            }
        );
        // A document that gives a domain away has to let go of it before another can take it.
        foreach (
            var assignment in assignments
                .Values.Where(known => known.IsChanged)
                .OrderByDescending(known => known.LosesOne)
        )
        {
            await run.GuardAsync(assignment.Entry, () => WriteAsync(assignment));
        }
    }

    public Task LinkAsync(ImportRun run) => Task.CompletedTask;

    public async Task<bool> DeleteAsync(ImportRun run, SyncMarker marker)
    {
        var holder = assignments.Values.FirstOrDefault(known =>
            known.Domains.Exists(domain => domain.Name == marker.Alias)
        );
        if (holder is null)
        {
            return false;
        }
        holder.Domains.RemoveAll(domain => domain.Name == marker.Alias);
        await WriteAsync(holder);
        return true;
    }

    public Task<int?> CleanAsync(ImportRun run, SyncMarker marker, IReadOnlySet<Guid> keysInFiles) =>
        Task.FromResult<int?>(null);

    private async Task LoadAsync()
    {
        var stored = (await domains.GetAllAsync(includeWildcards: true)).ToList();
        var roots = contents.GetByIds(stored.Select(domain => domain.RootContentId).OfType<int>().Distinct());
        foreach (var root in roots)
        {
            keys[root.Id] = root.Key;
        }
        foreach (var domain in stored.OrderBy(known => known.SortOrder))
        {
            if (domain.RootContentId is not { } id || !keys.TryGetValue(id, out var key))
            {
                continue;
            }
            var assignment = Of(key);
            if (domain.IsWildcard)
            {
                assignment.Culture = domain.LanguageIsoCode;
            }
            else
            {
                assignment.Domains.Add((domain.DomainName, domain.LanguageIsoCode ?? string.Empty));
            }
        }
    }

    private void Assign(ImportRun run, Planned<DomainRecord> item)
    {
        var record = item.Record;
        var language =
            run.Site.Languages.FindAlias(record.Language)
            ?? throw new SyncFileException("Info/Language", "LanguageUnknown", record.Language);
        if (run.HasFailed(SyncKind.Content, record.RootKey) || contents.GetById(record.RootKey) is null)
        {
            throw new SyncFileException("Info/Root", "RootUnknown", record.RootPath);
        }
        var target = Of(record.RootKey);
        if (record.IsWildcard)
        {
            if (target.Culture != language.IsoCode)
            {
                Note(item.Entry, target.Culture is null, "Info/Language");
                target.Culture = language.IsoCode;
                target.Change(item.Entry);
            }
            return;
        }
        var holder = assignments.Values.FirstOrDefault(known =>
            known.Domains.Exists(domain => domain.Name == record.Name)
        );
        var position = holder?.Domains.FindIndex(domain => domain.Name == record.Name) ?? -1;
        if (holder is not null && holder != target)
        {
            holder.Domains.RemoveAt(position);
            holder.LosesOne = true;
            holder.Change(item.Entry);
        }
        if (holder == target)
        {
            if (target.Domains[position].Language == language.IsoCode)
            {
                return;
            }
            target.Domains[position] = (record.Name, language.IsoCode);
        }
        else
        {
            target.Domains.Insert(
                Math.Min(record.SortOrder ?? int.MaxValue, target.Domains.Count),
                (record.Name, language.IsoCode)
            );
        }
        Note(item.Entry, holder is null, holder == target ? "Info/Language" : "Info/Root");
        target.Change(item.Entry);
    }

    private static void Note(ImportEntry entry, bool isNew, string element)
    {
        if (isNew)
        {
            entry.Created();
        }
        else
        {
            entry.Updated([element]);
        }
    }

    private async Task WriteAsync(Assignment assignment)
    {
        var attempt = await domains.UpdateDomainsAsync(
            assignment.Root,
            new DomainsUpdateModel
            {
                DefaultIsoCode = assignment.Culture,
                Domains = assignment.Domains.ConvertAll(domain => new DomainModel
                {
                    DomainName = domain.Name,
                    IsoCode = domain.Language,
                }),
            }
        );
        RefusedException.ThrowUnless(attempt.Success, attempt.Status);
    }

    private Assignment Of(Guid root) =>
        assignments.TryGetValue(root, out var known) ? known : assignments[root] = new Assignment(root);

    /// <summary>The domains of one document as they shall be.</summary>
    private sealed class Assignment(Guid root)
    {
        private ImportEntry? entry;

        public Guid Root => root;

        public string? Culture { get; set; }

        public List<(string Name, string Language)> Domains { get; } = [];

        public bool LosesOne { get; set; }

        public bool IsChanged => entry is not null;

        /// <summary>The first file that changed it; a refusal is told there.</summary>
        public ImportEntry Entry => entry!;

        public void Change(ImportEntry by) => entry ??= by;
    }
}
