using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace NKCSI.Cms.Storage.ContentTypes;

/// <summary>Media types: nothing but what all kinds of types have.</summary>
internal sealed class MediaTypeRepository(TypeStorage storage)
    : TypeRepository<IMediaType>(storage, Constants.ObjectTypes.MediaType),
        IMediaTypeRepository;
