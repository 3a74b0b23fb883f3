namespace NKCSI.Cms.Publishing.Caching;

/// <summary>
/// Counts changes of document, media and data types. Everything converted under an older version is out of date: a
/// data type's configuration also shapes blocks, deep inside documents of other types.
/// </summary>
internal sealed class ContentModelVersion(ElementsCache elements)
{
    private long _version;

    public long Current => Interlocked.Read(ref _version);

    public void Advance()
    {
        Interlocked.Increment(ref _version);
        elements.Clear();
    }
}
