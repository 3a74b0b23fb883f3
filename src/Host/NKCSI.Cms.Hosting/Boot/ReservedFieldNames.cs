using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace NKCSI.Cms.Hosting.Boot;

/// <summary>Property aliases that no type may use, as the options say that Core and composers fill.</summary>
internal sealed class ReservedFieldNames(
    IOptions<ContentPropertySettings> documents,
    IOptions<MediaPropertySettings> media,
    IOptions<MemberPropertySettings> members
) : IReservedFieldNamesService
{
    public ISet<string> GetDocumentReservedFieldNames() => documents.Value.ReservedFieldNames;

    public ISet<string> GetMediaReservedFieldNames() => media.Value.ReservedFieldNames;

    public ISet<string> GetMemberReservedFieldNames() => members.Value.ReservedFieldNames;
}
