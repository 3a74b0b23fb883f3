using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace NKCSI.Cms.Sync.Files;

/// <summary>The files of one or more uSync root folders, merged by relative path: a later root wins.</summary>
internal sealed class SyncFolder
{
    private const string Extension = ".config";
    private const string VersionFile = "usync.config";

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
    };

    private readonly List<SyncFile> files = [];
    private readonly List<SyncMarker> markers = [];
    private readonly List<ImportItem> unreadable = [];
    private readonly List<ImportMessage> notes = [];

    private SyncFolder() { }

    public IReadOnlyList<SyncFile> Files => files;

    public IReadOnlyList<SyncMarker> Markers => markers;

    /// <summary>Files that could not be read at all.</summary>
    public IReadOnlyList<ImportItem> Unreadable => unreadable;

    public IReadOnlyList<ImportMessage> Notes => notes;

    public static async Task<SyncFolder> ReadAsync(IReadOnlyList<string> roots, SyncGroups groups, CancellationToken ct)
    {
        var folder = new SyncFolder();
        var found = new SortedDictionary<string, Found>(StringComparer.OrdinalIgnoreCase);
        var existing = roots.Where(Directory.Exists).ToList();
        foreach (var root in existing)
        {
            foreach (var file in Directory.EnumerateFiles(root, "*" + Extension, SearchOption.AllDirectories))
            {
                var path = System.IO.Path.GetRelativePath(root, file).Replace('\\', '/');
                found[path] = new Found(root, path);
            }
        }
        if (existing.Count == 0)
        {
            folder.notes.Add(new ImportMessage(IsError: true, null, "NoFolder", [string.Join(", ", roots)]));
            return folder;
        }
        await folder.CheckVersionAsync(found, ct);
        foreach (
            var unknown in found
                .Keys.Where(path => HandlerOf(path) is null)
                .GroupBy(TopFolder, StringComparer.OrdinalIgnoreCase)
        )
        {
            if (unknown.Key.Length > 0)
            {
                folder.notes.Add(
                    new ImportMessage(IsError: false, null, "UnknownFolder", [unknown.Key, unknown.Count()])
                );
            }
        }
        foreach (var (root, path) in found.Values)
        {
            if (HandlerOf(path) is { } handler && groups.HasFlag(handler.Group))
            {
                await folder.ReadFileAsync(handler, root, path, ct);
            }
        }
        folder.RejectDuplicates();
        return folder;
    }

    private static string TopFolder(string path) =>
        path.IndexOf('/') is var slash and > 0 ? path[..slash] : string.Empty;

    private static SyncHandler? HandlerOf(string path) => SyncHandler.OfFolder(TopFolder(path));

    private static async Task<XElement> LoadAsync(string root, string path, CancellationToken ct)
    {
        // The whole file at once: reading XML of a few kilobytes asynchronously costs more than the file.
        using var content = new MemoryStream(await File.ReadAllBytesAsync(System.IO.Path.Combine(root, path), ct));
        using var reader = XmlReader.Create(content, Settings);
        var document = XDocument.Load(reader);
        return document.Root ?? throw new XmlException("No root element.");
    }

    private async Task CheckVersionAsync(SortedDictionary<string, Found> found, CancellationToken ct)
    {
        if (!found.TryGetValue(VersionFile, out var file))
        {
            notes.Add(new ImportMessage(IsError: false, null, "VersionMissing", []));
            return;
        }
        try
        {
            var version = (await LoadAsync(file.Root, file.Path, ct)).Attribute("version")?.Value ?? string.Empty;
            if (!version.StartsWith("17", StringComparison.Ordinal))
            {
                notes.Add(new ImportMessage(IsError: false, null, "VersionUnknown", [version]));
            }
        }
        catch (Exception broken) when (broken is XmlException or DecoderFallbackException)
        {
            notes.Add(new ImportMessage(IsError: false, null, "VersionUnknown", [broken.Message]));
        }
    }

    private async Task ReadFileAsync(SyncHandler handler, string root, string path, CancellationToken ct)
    {
        try
        {
            var xml = await LoadAsync(root, path, ct);
            if (xml.Name.LocalName == "Empty")
            {
                markers.Add(ReadMarker(handler.Kind, path, new SyncElement(xml, string.Empty)));
            }
            else if (xml.Name.LocalName == handler.Element)
            {
                files.Add(new SyncFile(handler.Kind, root, path, new SyncElement(xml, string.Empty)));
            }
            else
            {
                throw new SyncFileException(xml.Name.LocalName, "WrongElement", xml.Name.LocalName, handler.Element);
            }
        }
        catch (SyncFileException refused)
        {
            Refuse(handler.Kind, path, string.Empty, refused.Problem);
        }
        catch (Exception broken) when (broken is XmlException or IOException or UnauthorizedAccessException)
        {
            Refuse(
                handler.Kind,
                path,
                string.Empty,
                new ImportMessage(IsError: true, null, "NotXml", [broken.Message])
            );
        }
    }

    private static SyncMarker ReadMarker(SyncKind kind, string path, SyncElement xml)
    {
        var text = xml.Attribute("Change") ?? string.Empty;
        var change = Enum.TryParse<SyncMarkerChange>(text, ignoreCase: true, out var known)
            ? known
            : throw new SyncFileException(
                "@Change",
                "NotAChoice",
                text,
                string.Join(", ", Enum.GetNames<SyncMarkerChange>())
            );
        return new SyncMarker(kind, path, xml.RequiredKey(), xml.Attribute("Alias") ?? string.Empty, change);
    }

    /// <summary>Two files with one key: the first is imported. A key that is both item and marker: the item wins.</summary>
    private void RejectDuplicates()
    {
        // Keys of languages and domains are hashes of their names; their own importers compare the names.
        var seen = new Dictionary<(SyncKind, Guid), SyncFile>();
        foreach (var file in files.ToList())
        {
            if (file.Kind is SyncKind.Language or SyncKind.Domain)
            {
                continue;
            }
            if (seen.TryGetValue((file.Kind, file.Key), out var first))
            {
                files.Remove(file);
                Refuse(
                    file.Kind,
                    file.Path,
                    file.Alias,
                    new ImportMessage(IsError: true, "@Key", "DuplicateKey", [file.Key, first.Path])
                );
                continue;
            }
            seen[(file.Kind, file.Key)] = file;
        }
        // A marker for cleaning bears the key of the very item whose children it is about.
        markers.RemoveAll(marker =>
            marker.Change != SyncMarkerChange.Clean && seen.ContainsKey((marker.Kind, marker.Key))
        );
    }

    /// <summary>A file's own spelling of its path, which another root may spell otherwise.</summary>
    private sealed record Found(string Root, string Path);

    private void Refuse(SyncKind kind, string path, string name, ImportMessage problem) =>
        unreadable.Add(new ImportItem(kind, path, name, ImportOutcome.Failed, [], [problem]));
}
