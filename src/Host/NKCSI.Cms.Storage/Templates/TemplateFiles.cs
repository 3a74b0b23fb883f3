using System.Text;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;

namespace NKCSI.Cms.Storage.Templates;

/// <summary>The text of templates: files named after the alias, in the folder of the views.</summary>
internal sealed class TemplateFiles(
    FileSystems fileSystems,
    IViewHelper views,
    IOptionsMonitor<RuntimeSettings> runtime
)
{
    public const string Extension = ".cshtml";

    private IFileSystem Views =>
        fileSystems.MvcViewsFileSystem
        ?? throw new InvalidOperationException("The file system of the views is not configured.");

    private bool IsProduction => runtime.CurrentValue.Mode == RuntimeMode.Production;

    public static string NameOf(string alias) => alias + Extension;

    /// <summary>The text; empty when there is no file (a host without templates on disk has only the rows).</summary>
    public string Read(string alias)
    {
        var path = NameOf(alias);
        if (!Views.FileExists(path))
        {
            return string.Empty;
        }

        using var reader = new StreamReader(
            Views.OpenFile(path),
            Encoding.UTF8,
            detectEncodingFromByteOrderMarks: true
        );
        return reader.ReadToEnd();
    }

    /// <summary>Says where the file is and when it was last written.</summary>
    public void Describe(ITemplate template)
    {
        ArgumentNullException.ThrowIfNull(template);
        var path = NameOf(template.Alias);
        if (!Views.FileExists(path))
        {
            template.VirtualPath = string.Empty;
            return;
        }

        template.UpdateDate = Views.GetLastModified(path).UtcDateTime;
        template.VirtualPath = Views.GetUrl(path);
    }

    /// <summary>
    /// Writes the text, or what a new view begins with when there is none, and removes the file of the old alias. On a
    /// site in production the files are deployed: nothing is written.
    /// </summary>
    public void Save(Template template, string? oldAlias)
    {
        if (IsProduction)
        {
            return;
        }

        // A text that nobody has read yet is in the file of the old alias, which goes now.
        _ = template.Content;
        template.Content = template switch
        {
            TemplateOnDisk { IsOnDisk: true } => views.GetFileContents(template),
            _ when oldAlias is null => views.CreateView(template, overWrite: true),
            _ => views.UpdateViewFile(template, oldAlias),
        };
        Describe(template);
    }

    public void Delete(string alias)
    {
        if (!IsProduction && Views.FileExists(NameOf(alias)))
        {
            Views.DeleteFile(NameOf(alias));
        }
    }

    public Stream Open(string path) => Known(path) && Views.FileExists(path) ? Views.OpenFile(path) : Stream.Null;

    public void Write(string path, Stream content)
    {
        if (!Known(path))
        {
            throw new ArgumentException($"A template is a {Extension} file; {path} is not.", nameof(path));
        }

        Views.AddFile(path, content, overrideIfExists: true);
    }

    /// <summary>In bytes; -1 when there is no such file.</summary>
    public long Size(string path) => Known(path) && Views.FileExists(path) ? Views.GetSize(path) : -1;

    private static bool Known(string path) =>
        string.Equals(Path.GetExtension(path), Extension, StringComparison.OrdinalIgnoreCase);
}
