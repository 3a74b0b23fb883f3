using Umbraco.Cms.Core.Persistence.Repositories;

namespace NKCSI.Cms.Storage.Users;

/// <summary>This host has no profiler: it is off for everybody, and cannot be put on.</summary>
internal sealed class WebProfilerRepository : IWebProfilerRepository
{
    public void SetStatus(int userId, bool status)
    {
        // It stays off.
    }

    public bool GetStatus(int userId) => false;
}
