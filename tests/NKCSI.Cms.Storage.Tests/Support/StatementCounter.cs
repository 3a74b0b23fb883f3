using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using NKCSI.Cms.Storage.Database;

namespace NKCSI.Cms.Storage.Tests.Support;

/// <summary>Counts statements that this flow of execution sends, whatever other tests do meanwhile.</summary>
internal sealed class StatementCounter : DbCommandInterceptor
{
    private readonly AsyncLocal<StrongBox?> _count = new();

    public void AddTo(IServiceCollection services) =>
        services.ConfigureDbContext<CmsDbContext>(options => options.AddInterceptors(this));

    public int During(Action work)
    {
        var box = new StrongBox();
        _count.Value = box;
        work();
        _count.Value = null;
        return box.Value;
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result
    )
    {
        Count();
        return result;
    }

    public override InterceptionResult<int> NonQueryExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result
    )
    {
        Count();
        return result;
    }

    private void Count()
    {
        if (_count.Value is { } box)
        {
            box.Value++;
        }
    }

    private sealed class StrongBox
    {
        public int Value { get; set; }
    }
}
