using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using NKCSI.Cms.Imaging.Urls;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Models;
using Xunit;

namespace NKCSI.Cms.Imaging.Tests;

/// <summary>Addresses and signatures that Umbraco's public tests expect (contracts/delivery/images.md 1 and 2).</summary>
public sealed class ImageUrlTests
{
    private const string Picture = "/media/1005/img_0671.jpg";

    [Fact]
    public void GetImageUrl_CropAndSize_AreWrittenInUmbracosOrder() =>
        Assert.Equal(
            Picture + "?cc=0.58729977382575338,0.055768992440203169,0,0.32457553600198386&width=100&height=100",
            Generate(
                new ImageUrlGenerationOptions(Picture)
                {
                    Crop = new ImageUrlGenerationOptions.CropCoordinates(
                        0.58729977382575338m,
                        0.055768992440203169m,
                        0m,
                        0.32457553600198386m
                    ),
                    Width = 100,
                    Height = 100,
                }
            )
        );

    [Fact]
    public void GetImageUrl_FocalPoint_IsRxy() =>
        Assert.Equal(
            Picture + "?rxy=0.96,0.80827067669172936&width=200&height=300",
            Generate(
                new ImageUrlGenerationOptions(Picture)
                {
                    FocalPoint = new ImageUrlGenerationOptions.FocalPointPosition(0.96m, 0.80827067669172936m),
                    Width = 200,
                    Height = 300,
                }
            )
        );

    [Fact]
    public void GetImageUrl_NoUrl_IsNull() => Assert.Null(Generate(new ImageUrlGenerationOptions(null)));

    [Theory]
    [InlineData("?width=400&height=400", "6335195986da0663e23eaadfb9bb32d537375aaeec253aae66b8f4388506b4b2")]
    [InlineData("?width=400", "5bd24a05de5ea068533579863773ddac9269482ad515575be4aace7e9e50c88c")]
    public void Sign_UmbracosVectors_GiveItsSignatures(string query, string hmac) =>
        Assert.Equal($"{Picture}{query}&hmac={hmac}", Signed().Sign(Picture + query));

    [Theory]
    [InlineData("?width=400&hmac=5bd24a05de5ea068533579863773ddac9269482ad515575be4aace7e9e50c88c", true)]
    [InlineData("?width=400&v=1&hmac=5bd24a05de5ea068533579863773ddac9269482ad515575be4aace7e9e50c88c", true)]
    [InlineData("?width=401&hmac=5bd24a05de5ea068533579863773ddac9269482ad515575be4aace7e9e50c88c", false)]
    [InlineData("?width=400", false)]
    [InlineData("?v=1", true)]
    public void IsAccepted_WithAKey_AsksForTheRightSignature(string query, bool accepted)
    {
        var request = new DefaultHttpContext().Request;
        request.Path = Picture;
        request.QueryString = new QueryString(query);

        Assert.Equal(accepted, Signed().IsAccepted(request));
    }

    private static string? Generate(ImageUrlGenerationOptions options) =>
        new ImageUrlGenerator(new ImageUrlSignature(new Fixed(new ImagingSettings()))).GetImageUrl(options);

    private static ImageUrlSignature Signed() =>
        new(new Fixed(new ImagingSettings { HMACSecretKey = [.. Enumerable.Range(0, 32).Select(i => (byte)i)] }));

    private sealed class Fixed(ImagingSettings settings) : IOptionsMonitor<ImagingSettings>
    {
        public ImagingSettings CurrentValue => settings;

        public ImagingSettings Get(string? name) => settings;

        public IDisposable? OnChange(Action<ImagingSettings, string?> listener) => null;
    }
}
