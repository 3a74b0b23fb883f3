using Umbraco.Cms.Core.Templates;

namespace NKCSI.Cms.Hosting.Absent;

/// <summary>
/// Umbraco's Razor templates of a document. Public pages of this site are Razor pages of their content type; templates
/// are rows without a renderer, so nothing is written.
/// </summary>
internal sealed class NoTemplates : ITemplateRenderer
{
    public Task RenderAsync(int pageId, int? altTemplateId, StringWriter writer) => Task.CompletedTask;
}
