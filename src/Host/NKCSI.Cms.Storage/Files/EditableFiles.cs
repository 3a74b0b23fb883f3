using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Extensions;

namespace NKCSI.Cms.Storage.Files;

/// <summary>
/// Files of one kind that editors of the site change: scripts, stylesheets, partial views. A file system of Core says
/// where they are and takes part in the scope: what a scope wrote is undone when the scope does not complete.
/// </summary>
internal sealed class EditableFiles<TFile>(
    Func<IFileSystem?> fileSystem,
    string extension,
    Func<string, Func<Umbraco.Cms.Core.Models.File, string?>, TFile> create
)
    where TFile : class, IFile
{
    private IFileSystem? FileSystem => fileSystem();

    public TFile? Get(string? id)
    {
        if (string.IsNullOrWhiteSpace(id) || FileSystem is not { } files)
        {
            return null;
        }

        var path = files.GetRelativePath(id).EnsureEndsWith(extension);
        if (!files.FileExists(path))
        {
            return null;
        }

        var file = create(path, _ => ReadAll(path));
        file.Id = path.GetHashCode(StringComparison.OrdinalIgnoreCase);
        file.Key = path.EncodeAsGuid();
        file.CreateDate = files.GetCreated(path).UtcDateTime;
        file.UpdateDate = files.GetLastModified(path).UtcDateTime;
        file.VirtualPath = files.GetUrl(path);
        file.ResetDirtyProperties(rememberDirty: false);
        return file;
    }

    public IEnumerable<TFile> GetMany(string[]? ids) =>
        [
            .. (ids is { Length: > 0 } ? ids.Distinct(StringComparer.OrdinalIgnoreCase) : AllPaths(string.Empty))
                .Select(Get)
                .OfType<TFile>(),
        ];

    public bool Exists(string id) => FileSystem?.FileExists(id) ?? false;

    /// <summary>Writes the content; a file that was renamed leaves its old place.</summary>
    public void Save(TFile file)
    {
        if (FileSystem is not { } files)
        {
            return;
        }

        using (var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(file.Content ?? string.Empty)))
        {
            files.AddFile(file.Path, content, overrideIfExists: true);
        }

        if (
            !string.IsNullOrEmpty(file.OriginalPath)
            && !string.Equals(file.OriginalPath, file.Path, StringComparison.Ordinal)
            && files.FileExists(file.OriginalPath)
        )
        {
            files.DeleteFile(file.OriginalPath);
        }

        file.ResetOriginalPath();
        file.Id = file.Path.GetHashCode(StringComparison.OrdinalIgnoreCase);
        file.Key = file.Path.EncodeAsGuid();
        file.CreateDate = files.GetCreated(file.Path).UtcDateTime;
        file.UpdateDate = files.GetLastModified(file.Path).UtcDateTime;
        file.VirtualPath = files.GetUrl(file.Path);
        file.ResetDirtyProperties();
    }

    public void Delete(TFile file)
    {
        if (FileSystem is { } files && files.FileExists(file.Path))
        {
            files.DeleteFile(file.Path);
        }
    }

    public Stream ReadStream(string path) =>
        FileSystem is { } files && files.FileExists(path) ? files.OpenFile(path) : Stream.Null;

    public void WriteStream(string path, Stream content) => FileSystem?.AddFile(path, content, overrideIfExists: true);

    public long SizeOf(string path) => FileSystem is { } files && files.FileExists(path) ? files.GetSize(path) : -1;

    public void AddFolder(string path) => FileSystem?.CreateFolder(path);

    public void DeleteFolder(string path)
    {
        if (FolderExists(path))
        {
            FileSystem!.DeleteDirectory(path, recursive: true);
        }
    }

    public bool FolderExists(string path) => FileSystem?.DirectoryExists(path) ?? false;

    public bool FolderHasContent(string path) =>
        FileSystem is { } files && (files.GetFiles(path).Any() || files.GetDirectories(path).Any());

    private string? ReadAll(string path)
    {
        using var stream = ReadStream(path);
        using var reader = new StreamReader(stream, System.Text.Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private IEnumerable<string> AllPaths(string folder)
    {
        if (FileSystem is not { } files || (folder.Length > 0 && !files.DirectoryExists(folder)))
        {
            return [];
        }

        return files
            .GetFiles(folder, "*" + extension)
            .Concat(files.GetDirectories(folder).SelectMany(AllPaths))
            .ToList();
    }
}
