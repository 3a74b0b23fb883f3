using Umbraco.Cms.Core.Install;

namespace NKCSI.Cms.Hosting.Environment;

/// <summary>Tests whether the site can write where it must: below the <see cref="DataFolder"/>.</summary>
internal sealed class DataFolderPermissions(DataFolder data) : IFilePermissionHelper
{
    public bool RunFilePermissionTestSuite(out Dictionary<FilePermissionTest, IEnumerable<string>> report)
    {
        report = new()
        {
            [FilePermissionTest.FolderCreation] = Refused(data.Root),
            [FilePermissionTest.FileWriting] = Refused(data.Root),
            [FilePermissionTest.MediaFolderCreation] = Refused(data.Media),
            [FilePermissionTest.FileWritingForPackages] = [],
        };
        return report.Values.All(folders => !folders.Any());
    }

    private static string[] Refused(string folder)
    {
        try
        {
            var probe = Directory.CreateDirectory(Path.Combine(folder, Guid.NewGuid().ToString("N")));
            File.WriteAllText(Path.Combine(probe.FullName, "probe"), string.Empty);
            probe.Delete(recursive: true);
            return [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [folder];
        }
    }
}
