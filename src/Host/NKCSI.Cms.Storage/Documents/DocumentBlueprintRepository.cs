using NKCSI.Cms.Storage.Content;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace NKCSI.Cms.Storage.Documents;

/// <summary>Blueprints are documents of another object type that are never published and may bear the same names.</summary>
internal sealed class DocumentBlueprintRepository(DocumentParts parts)
    : DocumentRepository(parts, ContentKind.Blueprint),
        IDocumentBlueprintRepository;
