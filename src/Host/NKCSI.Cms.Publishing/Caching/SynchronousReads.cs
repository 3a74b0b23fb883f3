using System.Diagnostics.CodeAnalysis;

namespace NKCSI.Cms.Publishing.Caching;

/// <summary>
/// The one place that waits for a cache without awaiting it: Core's published caches are asked synchronously, and
/// HybridCache answers asynchronously. A warm item and the first reader of a cold one complete at once on the calling
/// thread; only readers that join a load already running wait, and that load needs no thread of theirs.
/// </summary>
internal static class SynchronousReads
{
    public static T Now<T>(ValueTask<T> read) => read.IsCompletedSuccessfully ? read.Result : Now(read.AsTask());

    public static void Finish(ValueTask work)
    {
        if (!work.IsCompletedSuccessfully)
        {
            Now(FinishAsync(work));
        }

        static async Task<bool> FinishAsync(ValueTask work)
        {
            await work;
            return true;
        }
    }

    [SuppressMessage(
        "ApiDesign",
        "RS0030:Do not use banned APIs",
        Justification = "Core's contract is synchronous; the class says why the wait ends."
    )]
    public static T Now<T>(Task<T> read) => read.GetAwaiter().GetResult();
}
