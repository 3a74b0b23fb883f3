using System.Text;

namespace NKCSI.Cms.Sync.Tests.Support;

/// <summary>A uSync root of the test's own, removed with it.</summary>
internal sealed class TemporarySyncFolder : IDisposable
{
    private readonly DirectoryInfo parent = Directory.CreateTempSubdirectory("nkcsi-usync-");

    public TemporarySyncFolder() => Write("usync.config", """<uSync version="17.3.0.0" format="10.7.0" hmac="" />""");

    /// <summary>The root folder.</summary>
    public string Root => Path.Combine(parent.FullName, "v17");

    /// <summary>Another root beside it.</summary>
    public string Other(string name) => Path.Combine(parent.FullName, name);

    public TemporarySyncFolder Write(string path, string xml) => Write(Root, path, Encoding.UTF8.GetBytes(xml));

    public TemporarySyncFolder Write(string root, string path, byte[] content)
    {
        var file = Path.Combine(root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, content);
        return this;
    }

    public TemporarySyncFolder CopyOf(string source)
    {
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            Write(Root, Path.GetRelativePath(source, file), File.ReadAllBytes(file));
        }
        return this;
    }

    public TemporarySyncFolder Change(string path, string what, string into)
    {
        var file = Path.Combine(Root, path);
        var text = File.ReadAllText(file);
        Assert.Contains(what, text, StringComparison.Ordinal);
        File.WriteAllText(file, text.Replace(what, into, StringComparison.Ordinal));
        return this;
    }

    public TemporarySyncFolder Remove(string path)
    {
        File.Delete(Path.Combine(Root, path));
        return this;
    }

    public void Dispose() => parent.Delete(recursive: true);
}
