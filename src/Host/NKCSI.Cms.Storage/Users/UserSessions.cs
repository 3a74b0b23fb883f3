using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NKCSI.Cms.Storage.Scopes;
using Umbraco.Cms.Core.Configuration.Models;

namespace NKCSI.Cms.Storage.Users;

/// <summary>
/// Sessions of the back office. A session that was not used for Umbraco:CMS:Global:TimeOut is over; its row stays,
/// marked as signed out, until it is old.
/// </summary>
internal sealed class UserSessions(
    ScopedDatabase database,
    IOptionsMonitor<GlobalSettings> globalSettings,
    TimeProvider clock
)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(15);

    private DbSet<UserLoginRow> Rows => database.Context.Set<UserLoginRow>();

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public Guid Create(int userId, string ipAddress, bool deleteOld)
    {
        var now = Now;
        var row = new UserLoginRow
        {
            SessionId = Guid.NewGuid(),
            UserId = userId,
            LoggedInUtc = now,
            LastValidatedUtc = now,
            IpAddress = ipAddress,
        };
        database.Context.Insert(row);
        if (deleteOld)
        {
            DeleteUnusedFor(KeptFor);
        }

        return row.SessionId;
    }

    /// <summary>Whether the session is the user's and still runs; from now on it runs on.</summary>
    public bool Validate(int userId, Guid sessionId)
    {
        var now = Now;
        var session = Rows.SingleOrDefault(row => row.SessionId == sessionId);
        if (session is null || session.UserId != userId || session.LoggedOutUtc is not null)
        {
            return false;
        }

        if (now - session.LastValidatedUtc > globalSettings.CurrentValue.TimeOut)
        {
            End(sessionId);
            return false;
        }

        Rows.Where(row => row.SessionId == sessionId)
            .ExecuteUpdate(set => set.SetProperty(row => row.LastValidatedUtc, now));
        return true;
    }

    public void End(Guid sessionId)
    {
        var now = Now;
        Rows.Where(row => row.SessionId == sessionId)
            .ExecuteUpdate(set => set.SetProperty(row => row.LoggedOutUtc, now));
    }

    public int DeleteOf(int userId) => Rows.Where(row => row.UserId == userId).ExecuteDelete();

    public int DeleteUnusedFor(TimeSpan time)
    {
        var oldest = Now - time;
        return Rows.Where(row => row.LastValidatedUtc < oldest).ExecuteDelete();
    }
}
