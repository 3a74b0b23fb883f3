namespace NKCSI.Cms.Sync.Files;

/// <summary>A file of a known item type, read as XML.</summary>
/// <param name="Kind">The item type.</param>
/// <param name="Root">The root folder in which the file lies.</param>
/// <param name="Path">The path relative to the root folder, with forward slashes.</param>
/// <param name="Xml">The root element.</param>
internal sealed record SyncFile(SyncKind Kind, string Root, string Path, SyncElement Xml)
{
    /// <summary>Identity as the file gives it; derived and without meaning for languages and domains.</summary>
    public Guid Key { get; } = Xml.RequiredKey();

    public string Alias { get; } = Xml.RequiredAttribute("Alias");

    public int Level { get; } = Xml.AttributeNumber("Level");
}

/// <summary>What an <c>Empty</c> file asks for.</summary>
internal enum SyncMarkerChange
{
    None,
    Delete,
    Rename,
    Clean,
}

/// <summary>An <c>Empty</c> file: the trace of an item that is gone.</summary>
internal sealed record SyncMarker(SyncKind Kind, string Path, Guid Key, string Alias, SyncMarkerChange Change);
