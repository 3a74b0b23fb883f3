using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace NKCSI.Cms.Storage.Members;

internal static class MemberRegistration
{
    public static IServiceCollection AddMembers(this IServiceCollection services)
    {
        services.AddSingleton<IMemberRepository, NoMemberRepository>();
        services.AddSingleton<IMemberGroupRepository, NoMemberGroupRepository>();
        return services;
    }
}
