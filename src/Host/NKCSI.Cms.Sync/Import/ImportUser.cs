using Umbraco.Cms.Core;

namespace NKCSI.Cms.Sync.Import;

/// <summary>The user in whose name an import writes: Umbraco's super user, who is there from the seeds on.</summary>
internal static class ImportUser
{
    /// <summary>The number that Core's synchronous services still ask for; Core's own constant is obsolete.</summary>
    public const int Id = -1;

    public static Guid Key => Constants.Security.SuperUserKey;
}
