using NKCSI.Cms.Hosting.Lifecycle;
using NKCSI.Cms.Sync;
using NKCSI.Web.FirstStart;

namespace NKCSI.Web.Commands;

/// <summary>Runs the site, or an admin command on its data.</summary>
internal static class CommandLine
{
    private const int Done = 0;
    private const int Failed = 1;
    private const int Unknown = 2;

    public static async Task<int> RunAsync(WebApplication app, Arguments arguments)
    {
        switch (arguments.Command)
        {
            case null:
                await app
                    .Services.GetRequiredService<Setup>()
                    .RunAsync(arguments.Empty, app.Lifetime.ApplicationStopping);
                await app.RunAsync();
                return Done;
            case "import":
                return await ImportAsync(app, arguments);
            default:
                await Console.Error.WriteLineAsync(SetupTexts.Get("UnknownCommand", arguments.Command));
                return Unknown;
        }
    }

    private static async Task<int> ImportAsync(WebApplication app, Arguments arguments)
    {
        await using (app)
        {
            var ct = app.Lifetime.ApplicationStopping;
            await app.Services.GetRequiredService<Setup>().StartAsync(ct);
            var progress = new ConsoleProgress();
            var report = await app
                .Services.GetRequiredService<IContentImport>()
                .ImportAsync(
                    new ImportRequest
                    {
                        Folders = arguments.Folder is null ? [] : [Path.GetFullPath(arguments.Folder)],
                        Strict = arguments.Strict,
                        DryRun = arguments.DryRun,
                    },
                    progress,
                    ct
                );
            progress.End();
            await Console.Out.WriteLineAsync(report.Describe(SetupTexts.Culture));
            await app.Services.GetRequiredService<CmsLifecycle>().StopAsync(CancellationToken.None);
            return report.IsSuccess ? Done : Failed;
        }
    }
}
