using System.Security.Claims;
using Umbraco.Cms.Core.Configuration;
using Umbraco.Cms.Core.DynamicRoot.QuerySteps;
using Umbraco.Cms.Core.Security;
using Umbraco.Cms.Core.Templates;

namespace NKCSI.Cms.Hosting.Absent;

/// <summary>
/// Timetables of the scheduled health checks. None is run, so only the empty one is valid. The operations part completes
/// it.
/// </summary>
internal sealed class NoTimetables : ICronTabParser
{
    public bool IsValidCronTab(string cronTab) => string.IsNullOrWhiteSpace(cronTab);

    public DateTime GetNextOccurrence(string cronTab, DateTime time) => DateTime.MaxValue;
}

/// <summary>
/// Umbraco's Razor templates of a document. Public pages of this site are Razor pages of their content type; templates
/// are rows without a renderer, so nothing is written.
/// </summary>
internal sealed class NoTemplates : ITemplateRenderer
{
    public Task RenderAsync(int pageId, int? altTemplateId, StringWriter writer) => Task.CompletedTask;
}

/// <summary>
/// Start nodes of pickers that are found by a query over ancestors and descendants: no step finds anything, so a picker
/// starts at its origin. The backoffice's picker part completes it in the storage.
/// </summary>
internal sealed class NoDynamicRoots : IDynamicRootRepository
{
    public Task<Guid?> NearestAncestorOrSelfAsync(IEnumerable<Guid> origins, DynamicRootQueryStep queryStep) =>
        Task.FromResult<Guid?>(null);

    public Task<Guid?> FurthestAncestorOrSelfAsync(IEnumerable<Guid> origins, DynamicRootQueryStep queryStep) =>
        Task.FromResult<Guid?>(null);

    public Task<ICollection<Guid>> NearestDescendantOrSelfAsync(
        ICollection<Guid> origins,
        DynamicRootQueryStep queryStep
    ) => Task.FromResult<ICollection<Guid>>([]);

    public Task<ICollection<Guid>> FurthestDescendantOrSelfAsync(
        ICollection<Guid> origins,
        DynamicRootQueryStep queryStep
    ) => Task.FromResult<ICollection<Guid>>([]);
}

/// <summary>Sign-in to the backoffice: nobody is signed in. The Management API, which brings sign-in, completes it.</summary>
internal sealed class NoSignIn : ICoreBackOfficeSignInManager
{
    public Task<ClaimsPrincipal?> CreateUserPrincipalAsync(Guid userKey) => Task.FromResult<ClaimsPrincipal?>(null);
}
