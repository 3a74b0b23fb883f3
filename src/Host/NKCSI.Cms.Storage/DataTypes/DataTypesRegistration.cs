using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace NKCSI.Cms.Storage.DataTypes;

internal static class DataTypesRegistration
{
    internal static IServiceCollection AddDataTypes(this IServiceCollection services) =>
        services
            .AddSingleton<DataTypeFactory>()
            .AddSingleton<DataTypeSet>()
            .AddSingleton<DataTypeUsages>()
            .AddSingleton<IDataTypeUsageRepository>(provider => provider.GetRequiredService<DataTypeUsages>())
            .AddSingleton<IDataTypeRepository, DataTypeRepository>();
}
