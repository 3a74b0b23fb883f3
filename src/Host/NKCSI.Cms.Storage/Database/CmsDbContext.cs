using Microsoft.EntityFrameworkCore;

namespace NKCSI.Cms.Storage.Database;

/// <summary>
/// Umbraco's own tables. Rows are mapped by hand to the genuine names beside the code that uses them; EF Core never
/// migrates them.
/// </summary>
internal sealed class CmsDbContext(DbContextOptions<CmsDbContext> options) : DbContext(options)
{
    /// <summary>Set by the root scope that borrowed this context; takes the one writer before rows are written.</summary>
    internal Action? TakeWriter { get; set; }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        TakeWriter?.Invoke();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess,
        CancellationToken cancellationToken = default
    )
    {
        TakeWriter?.Invoke();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <summary>Writes the rows and forgets them: the context serves a whole scope and must not track it.</summary>
    public void Insert<TRow>(params IEnumerable<TRow> rows)
        where TRow : class
    {
        Set<TRow>().AddRange(rows);
        SaveChanges();
        ChangeTracker.Clear();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(CmsDbContext).Assembly);
        modelBuilder
            .HasDbFunction(((Func<string?, string, bool>)SqliteText.ContainsIgnoringCase).Method)
            .HasName(SqliteText.ContainsFunction);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcDateTimeConverter>();
    }
}
