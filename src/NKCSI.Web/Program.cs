using System.Globalization;
using NKCSI.Web;
using NKCSI.Web.Commands;
using NKCSI.Web.FirstStart;

SetupTexts.Culture = CultureInfo.CurrentUICulture;

// The one file of settings lies at the top of the repository and is linked into the output.
var builder = WebApplication.CreateBuilder(
    new WebApplicationOptions
    {
        Args = [.. args.Where(Arguments.IsForTheHost)],
        ContentRootPath = AppContext.BaseDirectory,
    }
);
var app = SiteHost.Build(builder, Arguments.Parse(args));
return await CommandLine.RunAsync(app, Arguments.Parse(args));
