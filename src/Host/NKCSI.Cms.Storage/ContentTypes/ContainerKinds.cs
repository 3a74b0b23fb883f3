using NKCSI.Cms.Storage.Nodes;
using NKCSI.Cms.Storage.Scopes;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace NKCSI.Cms.Storage.ContentTypes;

/// <summary>Folders of document types.</summary>
internal sealed class DocumentTypeContainers(ScopedDatabase database, SettingsNodes nodes, TimeProvider clock)
    : ContainerRepository(database, nodes, clock, Constants.ObjectTypes.DocumentTypeContainer),
        IDocumentTypeContainerRepository;

/// <summary>Folders of media types.</summary>
internal sealed class MediaTypeContainers(ScopedDatabase database, SettingsNodes nodes, TimeProvider clock)
    : ContainerRepository(database, nodes, clock, Constants.ObjectTypes.MediaTypeContainer),
        IMediaTypeContainerRepository;

/// <summary>Folders of member types.</summary>
internal sealed class MemberTypeContainers(ScopedDatabase database, SettingsNodes nodes, TimeProvider clock)
    : ContainerRepository(database, nodes, clock, Constants.ObjectTypes.MemberTypeContainer),
        IMemberTypeContainerRepository;

/// <summary>Folders of document blueprints.</summary>
internal sealed class DocumentBlueprintContainers(ScopedDatabase database, SettingsNodes nodes, TimeProvider clock)
    : ContainerRepository(database, nodes, clock, Constants.ObjectTypes.DocumentBlueprintContainer),
        IDocumentBlueprintContainerRepository;

/// <summary>Folders of data types.</summary>
internal sealed class DataTypeContainers(ScopedDatabase database, SettingsNodes nodes, TimeProvider clock)
    : ContainerRepository(database, nodes, clock, Constants.ObjectTypes.DataTypeContainer),
        IDataTypeContainerRepository;
