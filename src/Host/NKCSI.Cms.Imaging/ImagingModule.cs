using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NKCSI.Cms.Imaging.Resizing;
using NKCSI.Cms.Imaging.Serving;
using NKCSI.Cms.Imaging.Urls;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.Media;

namespace NKCSI.Cms.Imaging;

/// <summary>Resizes pictures under ImageSharp.Web's addresses, on libvips.</summary>
public static class ImagingModule
{
    public static IUmbracoBuilder AddCmsImaging(this IUmbracoBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton<ImageResizer>();
        builder.Services.AddSingleton<ImageCache>();
        builder.Services.AddSingleton<ImageUrlSignature>();
        builder.Services.AddSingleton<IImageUrlGenerator, ImageUrlGenerator>();
        builder.Services.AddSingleton<IImageDimensionExtractor, ImageDimensionExtractor>();
        return builder;
    }

    /// <summary>To be placed before the static files that serve the media folder.</summary>
    public static IApplicationBuilder UseCmsImaging(this IApplicationBuilder app) =>
        app.UseMiddleware<ImagingMiddleware>();
}
