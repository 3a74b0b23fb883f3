namespace NKCSI.Cms.Sync;

/// <summary>The item types of a uSync folder, in the order in which uSync handles them.</summary>
public enum SyncKind
{
    /// <summary>A language (matched by its ISO code).</summary>
    Language,

    /// <summary>A dictionary item with its translations.</summary>
    Dictionary,

    /// <summary>A data type with its configuration.</summary>
    DataType,

    /// <summary>A template: alias, name and master, never the view file.</summary>
    Template,

    /// <summary>A document type or element type.</summary>
    ContentType,

    /// <summary>A media type.</summary>
    MediaType,

    /// <summary>A member type.</summary>
    MemberType,

    /// <summary>A media item; its file lies beside the uSync folder.</summary>
    Media,

    /// <summary>A document.</summary>
    Content,

    /// <summary>A document blueprint.</summary>
    Blueprint,

    /// <summary>A domain or the culture assigned to a document.</summary>
    Domain,

    /// <summary>A relation type, with relations where the file holds them.</summary>
    RelationType,

    /// <summary>A webhook: reported, never imported.</summary>
    Webhook,
}

/// <summary>The groups by which uSync's settings name what is imported.</summary>
[Flags]
public enum SyncGroups
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Languages, dictionary, data types, templates and all kinds of types.</summary>
    Settings = 1,

    /// <summary>Media, documents, blueprints, domains and relation types.</summary>
    Content = 2,

    /// <summary>Everything that a uSync folder holds.</summary>
    All = Settings | Content,
}
