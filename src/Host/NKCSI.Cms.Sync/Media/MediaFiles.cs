using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using NKCSI.Cms.Sync.Documents;
using NKCSI.Cms.Sync.Import;
using NKCSI.Cms.Sync.Values;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Media;
using Umbraco.Cms.Core.Models;

namespace NKCSI.Cms.Sync.Media;

/// <summary>
/// The files of media items. uSync does not carry them; ours lie beside the root folders, in <c>uSync/media</c>, under
/// the paths that the items name. A file that is nowhere is no failure: the item keeps its path.
/// </summary>
internal sealed class MediaFiles(
    MediaFileManager mediaFiles,
    IOptionsMonitor<ContentSettings> contentSettings,
    IEnumerable<IImageDimensionExtractor> dimensionExtractors
)
{
    /// <summary>Copies the item's file and adds what the file itself tells: size, extension, width and height.</summary>
    public List<PreparedValue> Complete(
        ImportRun run,
        Planned<NodeRecord> item,
        IContentTypeComposition type,
        List<PreparedValue> values
    )
    {
        var completed = new List<PreparedValue>(values);
        foreach (var fields in contentSettings.CurrentValue.Imaging.AutoFillImageProperties)
        {
            var value = values.Find(known => known.Alias.Equals(fields.Alias, StringComparison.OrdinalIgnoreCase));
            if (value?.Value is not string stored || SourceOf(stored) is not { } source)
            {
                continue;
            }
            var path = mediaFiles.FileSystem.GetRelativePath(source);
            if (!Provide(run, item, path))
            {
                item.Entry.Warn(value.Place, "MediaFileMissing", source);
                continue;
            }
            AddFacts(completed, type, fields, path);
        }
        return completed;
    }

    private static string? SourceOf(string stored) =>
        CanonicalJson.TryParse(stored, out var json) ? (json as JsonObject)?["src"]?.GetValue<string>() : stored;

    private bool Provide(ImportRun run, Planned<NodeRecord> item, string path)
    {
        var files = mediaFiles.FileSystem;
        var source = Path.GetFullPath(Path.Combine(item.File.Root, "..", "media", path));
        var folder = Path.GetFullPath(Path.Combine(item.File.Root, "..", "media")) + Path.DirectorySeparatorChar;
        if (!source.StartsWith(folder, StringComparison.Ordinal) || !System.IO.File.Exists(source))
        {
            return files.FileExists(path);
        }
        if (run.Request.DryRun)
        {
            return files.FileExists(path);
        }
        using var content = System.IO.File.OpenRead(source);
        if (!files.FileExists(path) || !IsSame(files, path, content))
        {
            content.Position = 0;
            files.AddFile(path, content, overrideIfExists: true);
        }
        return true;
    }

    private static bool IsSame(IFileSystem files, string path, FileStream source)
    {
        if (files.GetSize(path) != source.Length)
        {
            return false;
        }
        using var stored = files.OpenFile(path);
        Span<byte> left = new byte[32 * 1024];
        Span<byte> right = new byte[left.Length];
        while (true)
        {
            var read = source.ReadAtLeast(left, left.Length, throwOnEndOfStream: false);
            var same = stored.ReadAtLeast(right[..read], read, throwOnEndOfStream: false);
            if (!left[..read].SequenceEqual(right[..same]))
            {
                return false;
            }
            if (read < left.Length)
            {
                return true;
            }
        }
    }

    private void AddFacts(
        List<PreparedValue> values,
        IContentTypeComposition type,
        ImagingAutoFillUploadField fields,
        string path
    )
    {
        var extension = Path.GetExtension(path).TrimStart('.');
        Add(fields.ExtensionFieldAlias, extension);
        Add(
            fields.LengthFieldAlias,
            mediaFiles.FileSystem.GetSize(path).ToString(System.Globalization.CultureInfo.InvariantCulture)
        );
        var extractor = dimensionExtractors.FirstOrDefault(known =>
            known.SupportedImageFileTypes.Contains(extension, StringComparer.OrdinalIgnoreCase)
        );
        if (extractor is null)
        {
            return;
        }
        using var stream = mediaFiles.FileSystem.OpenFile(path);
        if (extractor.GetDimensions(stream) is { } size)
        {
            Add(fields.WidthFieldAlias, size.Width.ToString(System.Globalization.CultureInfo.InvariantCulture));
            Add(fields.HeightFieldAlias, size.Height.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        void Add(string alias, string text)
        {
            var property = type.CompositionPropertyTypes.FirstOrDefault(known =>
                known.Alias.Equals(alias, StringComparison.OrdinalIgnoreCase)
            );
            if (property is not null && !values.Exists(known => known.Alias == property.Alias))
            {
                var place = $"Properties/{property.Alias}";
                values.Add(
                    new PreparedValue(
                        place,
                        property.Alias,
                        null,
                        null,
                        StoredValue.FromFile(text, property.ValueStorageType, place)
                    )
                );
            }
        }
    }
}
