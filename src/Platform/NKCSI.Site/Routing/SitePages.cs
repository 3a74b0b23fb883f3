using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace NKCSI.Site.Routing;

/// <summary>The pages of the site: one per content type alias, and those for errors.</summary>
internal static class SitePages
{
    public const string Area = "Nkcsi";
    public const string ContentFolder = "/Content";
    public const string NotFound = "/Errors/NotFound";

    public static void AddSitePages(this PageConventionCollection conventions)
    {
        // A page is reached through the address of its document only, never through its own path.
        conventions.AddAreaFolderRouteModelConvention(
            Area,
            ContentFolder,
            model =>
            {
                foreach (var selector in model.Selectors.Where(selector => selector.AttributeRouteModel is not null))
                {
                    selector.AttributeRouteModel!.SuppressPathMatching = true;
                }
            }
        );
        conventions.AddAreaPageRouteModelConvention(
            Area,
            NotFound,
            model =>
            {
                foreach (var selector in model.Selectors.Where(selector => selector.AttributeRouteModel is not null))
                {
                    selector.AttributeRouteModel!.SuppressPathMatching = true;
                }
            }
        );
        conventions.AddAreaFolderApplicationModelConvention(
            Area,
            "/",
            model => model.Filters.Add(new ServiceFilterAttribute(typeof(PageCultureFilter)))
        );
    }
}
