namespace NKCSI.Cms.Sync.Files;

/// <summary>What uSync fixes for an item type: its folder, its root element and the name of its handler in settings.</summary>
/// <param name="Kind">The item type.</param>
/// <param name="Folder">The folder below the root.</param>
/// <param name="Element">The root element of its files.</param>
/// <param name="Name">The handler's name in <c>uSync:Sets:Default:Handlers</c>.</param>
/// <param name="Group">The group that switches it on.</param>
internal sealed record SyncHandler(SyncKind Kind, string Folder, string Element, string Name, SyncGroups Group)
{
    /// <summary>All handlers in uSync's order of priority.</summary>
    public static IReadOnlyList<SyncHandler> All { get; } =
    [
        new(SyncKind.Language, "Languages", "Language", "LanguageHandler", SyncGroups.Settings),
        new(SyncKind.Dictionary, "Dictionary", "Dictionary", "DictionaryHandler", SyncGroups.Settings),
        new(SyncKind.DataType, "DataTypes", "DataType", "DataTypeHandler", SyncGroups.Settings),
        new(SyncKind.Template, "Templates", "Template", "TemplateHandler", SyncGroups.Settings),
        new(SyncKind.ContentType, "ContentTypes", "ContentType", "ContentTypeHandler", SyncGroups.Settings),
        new(SyncKind.MediaType, "MediaTypes", "MediaType", "MediaTypeHandler", SyncGroups.Settings),
        new(SyncKind.MemberType, "MemberTypes", "MemberType", "MemberTypeHandler", SyncGroups.Settings),
        new(SyncKind.Media, "Media", "Media", "MediaHandler", SyncGroups.Content),
        new(SyncKind.Content, "Content", "Content", "ContentHandler", SyncGroups.Content),
        new(SyncKind.Blueprint, "Blueprints", "Content", "ContentTemplateHandler", SyncGroups.Content),
        new(SyncKind.Domain, "Domains", "Domain", "DomainHandler", SyncGroups.Content),
        new(SyncKind.RelationType, "RelationTypes", "RelationType", "RelationTypeHandler", SyncGroups.Content),
        new(SyncKind.Webhook, "Webhooks", "Webhook", "WebhookHandler", SyncGroups.Settings),
    ];

    public static SyncHandler Of(SyncKind kind) => All.First(handler => handler.Kind == kind);

    public static SyncHandler? OfFolder(string folder) =>
        All.FirstOrDefault(handler => string.Equals(handler.Folder, folder, StringComparison.OrdinalIgnoreCase));
}
