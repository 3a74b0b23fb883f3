using NKCSI.Cms.Sync.Files;

namespace NKCSI.Cms.Sync;

/// <summary>The set of handlers in force (<c>uSync:Sets:Default</c>).</summary>
internal sealed class SyncSet
{
    public const string Section = "uSync:Sets:Default";

    public IList<string> DisabledHandlers { get; init; } = [];

    public SyncHandlerOptions HandlerDefaults { get; init; } = new();

    public IDictionary<string, SyncHandlerOptions> Handlers { get; init; } =
        new Dictionary<string, SyncHandlerOptions>(StringComparer.OrdinalIgnoreCase);

    public bool IsEnabled(SyncKind kind)
    {
        var name = SyncHandler.Of(kind).Name;
        return !DisabledHandlers.Contains(name, StringComparer.OrdinalIgnoreCase) && Of(kind).Enabled;
    }

    public SyncHandlerOptions Of(SyncKind kind) =>
        Handlers.TryGetValue(SyncHandler.Of(kind).Name, out var own) ? own : HandlerDefaults;
}

/// <summary>The options of one handler.</summary>
internal sealed class SyncHandlerOptions
{
    public bool Enabled { get; init; } = true;

    public bool FailOnMissingParent { get; init; }

    public SyncHandlerSwitches Settings { get; init; } = new();
}

/// <summary>The switches of <c>Handlers:…:Settings</c> that concern an import.</summary>
internal sealed class SyncHandlerSwitches
{
    /// <summary>Markers delete nothing.</summary>
    public bool NoRemove { get; init; }

    /// <summary>Existing items are left alone.</summary>
    public bool CreateOnly { get; init; }

    /// <summary>uSync's second name of <see cref="CreateOnly"/>.</summary>
    public bool OneWay { get; init; }

    /// <summary>Properties and tabs that the file does not name stay.</summary>
    public bool NewPropertiesOnly { get; init; }

    /// <summary>Items in the recycle bin are imported too, into the bin.</summary>
    public bool ImportTrashed { get; init; }

    /// <summary>The position among siblings is left as it stands.</summary>
    public bool IgnoreSortOrder { get; init; }
}
