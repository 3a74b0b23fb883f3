using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace NKCSI.Cms.Storage.Members;

internal static class OutsideMembersRegistration
{
    internal static IServiceCollection AddOutsideMembers(this IServiceCollection services)
    {
        services.AddSingleton<IExternalMemberRepository, ExternalMemberRepository>();
        services.AddSingleton<IMemberFilterRepository, MemberFilterRepository>();
        return services;
    }
}
