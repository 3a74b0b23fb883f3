namespace NKCSI.Cms.Storage.Queries;

/// <summary>
/// Holds a value as a lambda holds a variable. Not nested in the generic filter: the open type would then ask for the
/// filter's type arguments too.
/// </summary>
internal sealed class Capture<TValue>(TValue value)
{
    public readonly TValue Value = value;
}
