using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace NKCSI.Cms.Storage.Files;

/// <summary>Partial views of the site.</summary>
internal sealed class PartialViewRepository(FileSystems fileSystems) : IPartialViewRepository
{
    private readonly EditableFiles<IPartialView> _files = new(
        () => fileSystems.PartialViewsFileSystem,
        ".cshtml",
        (path, read) => new PartialView(path, read)
    );

    public IPartialView? Get(string? id) => _files.Get(id);

    public IEnumerable<IPartialView> GetMany(params string[]? ids) => _files.GetMany(ids);

    public bool Exists(string id) => _files.Exists(id);

    public void Save(IPartialView entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        _files.Save(entity);
    }

    public void Delete(IPartialView entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        _files.Delete(entity);
    }

    public Stream GetFileContentStream(string filepath) => _files.ReadStream(filepath);

    public void SetFileContent(string filepath, Stream content) => _files.WriteStream(filepath, content);

    public long GetFileSize(string filepath) => _files.SizeOf(filepath);

    public void AddFolder(string folderPath) => _files.AddFolder(folderPath);

    public void DeleteFolder(string folderPath) => _files.DeleteFolder(folderPath);

    public bool FolderExists(string folderPath) => _files.FolderExists(folderPath);

    public bool FolderHasContent(string folderPath) => _files.FolderHasContent(folderPath);
}
