using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace NKCSI.Cms.Storage.Members;

internal static class OutsideMembersRegistration
{
    internal static IServiceCollection AddMemberGroupsAndOutsideMembers(this IServiceCollection services)
    {
        services.TryAddSingleton<IMemberGroupRepository, MemberGroupRepository>();
        services.AddSingleton<IExternalMemberRepository, ExternalMemberRepository>();
        services.AddSingleton<IMemberFilterRepository, MemberFilterRepository>();
        return services;
    }
}
