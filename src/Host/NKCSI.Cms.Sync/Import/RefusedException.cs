namespace NKCSI.Cms.Sync.Import;

/// <summary>
/// A service of Core did not do what it was asked. It may have left a nested scope without Complete, after which the
/// outer scope can no longer be committed.
/// </summary>
internal sealed class RefusedException(string status) : Exception(status)
{
    public static void ThrowUnless(bool success, object? status)
    {
        if (!success)
        {
            throw new RefusedException(status?.ToString() ?? "null");
        }
    }
}
