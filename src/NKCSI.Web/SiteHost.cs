using System.IO.Compression;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.FileProviders;
using NKCSI.Cms.DeliveryApi;
using NKCSI.Cms.Hosting;
using NKCSI.Cms.Hosting.Boot;
using NKCSI.Cms.Hosting.Environment;
using NKCSI.Cms.Imaging;
using NKCSI.Cms.Publishing;
using NKCSI.Cms.Storage;
using NKCSI.Cms.Sync;
using NKCSI.Web.Commands;
using NKCSI.Web.FirstStart;
using NKCSI.Web.Pipeline;
using Serilog;

namespace NKCSI.Web;

/// <summary>The composition root: our host and the platform in one process.</summary>
internal static class SiteHost
{
    public static WebApplication Build(WebApplicationBuilder builder, Arguments arguments)
    {
        KeepDataWhereItWasStarted(builder.Configuration);
        builder.Host.UseSerilog(SiteLog.Configure);
        builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false);
        builder.WebHost.UseStaticWebAssets();

        var cms = builder.AddCms(CmsAssemblies.BesideOf(typeof(SiteHost).Assembly));
        cms.AddCmsStorage();
        cms.AddCmsPublishing();
        cms.AddCmsSync();
        cms.AddCmsImaging();
        cms.AddCmsDeliveryApi();
        cms.BuildCms();

        builder.Services.AddSingleton<Setup>();
        builder.Services.AddSingleton<SetupState>();
        builder.Services.AddSingleton<FirstStartReport>();
        builder
            .Services.AddDataProtection()
            .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(builder.Configuration[DataFolder.Key]!, "keys")));
        builder.Services.AddAuthentication();
        builder.Services.AddAuthorization();
        builder.Services.AddProblemDetails();
        builder.Services.AddHealthChecks().AddCheck<ReadinessCheck>("ready");
        builder.Services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml"];
        });
        builder.Services.Configure<BrotliCompressionProviderOptions>(options =>
            options.Level = CompressionLevel.Fastest
        );

        var app = builder.Build();
        Use(app);
        app.Lifetime.ApplicationStarted.Register(() => app.Services.GetRequiredService<FirstStartReport>().Addresses());
        return app;
    }

    /// <summary>The order of contracts/two-hosts.md 9.2; the platform's startup filters add their endpoints behind it.</summary>
    private static void Use(WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        app.UseExceptionHandler("/nkcsi/error");
        app.UseResponseCompression();
        app.UseSerilogRequestLogging(SiteLog.ConfigureRequests);
        app.UseCmsPublishing();
        app.UseCmsImaging();
        app.UseStaticFiles();
        UseMediaFiles(app);
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapHealth();
        app.MapCmsDeliveryApi();
    }

    /// <summary>Media lie in the data folder, not in the web root. What is uploaded is never run as a page of ours.</summary>
    private static void UseMediaFiles(WebApplication app)
    {
        var folder = app.Services.GetRequiredService<DataFolder>().Media;
        Directory.CreateDirectory(folder);
        app.UseStaticFiles(
            new StaticFileOptions
            {
                RequestPath = "/media",
                FileProvider = new PhysicalFileProvider(folder),
                OnPrepareResponse = context => SecurityHeaders.ForUploads(context.Context.Response.Headers),
            }
        );
    }

    /// <summary>
    /// A relative data folder starts where the site was started, not in the folder of its binaries, which a build may
    /// clear.
    /// </summary>
    private static void KeepDataWhereItWasStarted(ConfigurationManager configuration) =>
        configuration[DataFolder.Key] = Path.GetFullPath(configuration[DataFolder.Key] ?? "data");
}
