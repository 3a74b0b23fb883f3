using System.Xml.Linq;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.ContentEditing;
using Umbraco.Cms.Core.Models.Packaging;
using Umbraco.Cms.Core.Packaging;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace NKCSI.Cms.Hosting.Absent;

/// <summary>
/// Packages made in and installed through the backoffice. This host has none yet: lists are empty and nothing can be
/// created. The settings part of the backoffice completes it.
/// </summary>
internal sealed class NoPackages : IPackagingService
{
    public CompiledPackage GetCompiledPackageInfo(XDocument packageXml) => new();

    public InstallationSummary InstallCompiledPackageData(FileInfo packageXmlFile, int userId = -1) =>
        new(Path.GetFileNameWithoutExtension(packageXmlFile.Name));

    public InstallationSummary InstallCompiledPackageData(XDocument? packageXml, int userId = -1) => new(string.Empty);

    public Task<IEnumerable<InstalledPackage>> GetAllInstalledPackagesAsync() =>
        Task.FromResult<IEnumerable<InstalledPackage>>([]);

    public Task<PagedModel<InstalledPackage>> GetInstalledPackagesFromMigrationPlansAsync(int skip, int take) =>
        Task.FromResult(new PagedModel<InstalledPackage>(0, []));

    public InstalledPackage? GetInstalledPackageByName(string packageName) => null;

    public Task<PagedModel<PackageDefinition>> GetCreatedPackagesAsync(int skip, int take) =>
        Task.FromResult(new PagedModel<PackageDefinition>(0, []));

    public PackageDefinition? GetCreatedPackageById(int id) => null;

    public Task<PackageDefinition?> GetCreatedPackageByKeyAsync(Guid key) => Task.FromResult<PackageDefinition?>(null);

    public Task<Attempt<PackageDefinition?, PackageOperationStatus>> DeleteCreatedPackageAsync(
        Guid key,
        Guid userKey
    ) => Refuse<PackageDefinition?>(null);

    public Task<Attempt<PackageDefinition, PackageOperationStatus>> CreateCreatedPackageAsync(
        PackageDefinition package,
        Guid userKey
    ) => Refuse(package);

    public Task<Attempt<PackageDefinition, PackageOperationStatus>> UpdateCreatedPackageAsync(
        PackageDefinition package,
        Guid userKey
    ) => Refuse(package);

    public string ExportCreatedPackage(PackageDefinition definition) => string.Empty;

    public Stream? GetPackageFileStream(PackageDefinition definition) => null;

    private static Task<Attempt<T, PackageOperationStatus>> Refuse<T>(T package) =>
        Task.FromResult(Attempt.FailWithStatus(PackageOperationStatus.NotFound, package));
}

/// <summary>
/// Umbraco's XML of a package or of an exported type. Imports of this host go through uSync files; the XML import of the
/// backoffice's type menus comes with its settings part. Until then nothing is imported and the empty answer says so.
/// </summary>
internal sealed class NoPackageData : IPackageDataInstallation
{
    public InstallationSummary InstallPackageData(CompiledPackage compiledPackage, int userId) =>
        new(compiledPackage.Name);

    public IReadOnlyList<IMediaType> ImportMediaTypes(IEnumerable<XElement> docTypeElements, int userId) => [];

    public IReadOnlyList<IMemberType> ImportMemberTypes(IEnumerable<XElement> docTypeElements, int userId) => [];

    public IReadOnlyList<TContentBase> ImportContentBase<TContentBase, TContentTypeComposition>(
        IEnumerable<CompiledPackageContentBase> docs,
        IDictionary<string, TContentTypeComposition> importedDocumentTypes,
        int userId,
        IContentTypeBaseService<TContentTypeComposition> typeService,
        IContentServiceBase<TContentBase> service
    )
        where TContentBase : class, IContentBase
        where TContentTypeComposition : IContentTypeComposition => [];

    public IReadOnlyList<IContentType> ImportDocumentType(XElement docTypeElement, int userId) => [];

    public IReadOnlyList<IContentType> ImportDocumentTypes(IEnumerable<XElement> docTypeElements, int userId) => [];

    public IReadOnlyList<IDataType> ImportDataTypes(IReadOnlyCollection<XElement> dataTypeElements, int userId) => [];

    public IReadOnlyList<IDictionaryItem> ImportDictionaryItems(
        IEnumerable<XElement> dictionaryItemElementList,
        int userId
    ) => [];

    public IEnumerable<IDictionaryItem> ImportDictionaryItem(
        XElement dictionaryItemElement,
        int userId,
        Guid? parentId
    ) => [];

    public IReadOnlyList<ILanguage> ImportLanguages(IEnumerable<XElement> languageElements, int userId) => [];

    public Task<IEnumerable<ITemplate>> ImportTemplateAsync(XElement templateElement, int userId) =>
        Task.FromResult<IEnumerable<ITemplate>>([]);

    public Task<IReadOnlyList<ITemplate>> ImportTemplatesAsync(
        IReadOnlyCollection<XElement> templateElements,
        int userId
    ) => Task.FromResult<IReadOnlyList<ITemplate>>([]);

    public Guid GetContentTypeKey(XElement contentType) =>
        Guid.TryParse(contentType.Element("Info")?.Element("Key")?.Value, out var key) ? key : Guid.Empty;

    public string? GetEntityTypeAlias(XElement entityType) => entityType.Element("Info")?.Element("Alias")?.Value;
}
