using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NKCSI.Site.Content;

namespace NKCSI.Site.Areas.Nkcsi.Pages.Content;

/// <summary>A profile is shown only if the expert wants it public.</summary>
internal sealed class ExpertModel(SiteContext site) : PageModel
{
    public IActionResult OnGet() => site.Value<bool>(site.Page, "publicVisible") ? Page() : NotFound();
}
