using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using NetVips;
using NKCSI.Cms.Imaging.Commands;
using NKCSI.Cms.Imaging.Resizing;
using Xunit;

namespace NKCSI.Cms.Imaging.Tests;

/// <summary>Real pictures through libvips; looked at by size and by the colour of marked points.</summary>
public sealed class ImageResizerTests : IDisposable
{
    private readonly ImageResizer _resizer = new();

    [Fact]
    public async Task Resize_CropWithFocusOnTheRight_KeepsTheRight()
    {
        using var result = await ResizeAsync(TwoHalves(), "?width=100&height=100&rxy=1,0.5", ".png");

        Assert.Equal((100, 100), (result.Width, result.Height));
        Assert.True(IsBlue(result, 50, 50));
    }

    [Fact]
    public async Task Resize_CutBeforeResize_RemovesThatShareOfEachEdge()
    {
        using var result = await ResizeAsync(TwoHalves(), "?cc=0.5,0,0,0&width=50", ".png");

        Assert.Equal((50, 50), (result.Width, result.Height));
        Assert.True(IsBlue(result, 2, 25));
    }

    [Fact]
    public async Task Resize_Pad_FillsTheCanvasWithTheColour()
    {
        using var result = await ResizeAsync(TwoHalves(), "?width=100&height=100&rmode=pad&rcolor=00ff00", ".png");

        Assert.Equal([0d, 255d, 0d], result.Getpoint(50, 5).Take(3));
        Assert.True(IsBlue(result, 90, 50));
    }

    [Theory]
    [InlineData(".webp", "webpload_buffer")]
    [InlineData(".jpg", "jpegload_buffer")]
    [InlineData(".avif", "heifload_buffer")]
    public async Task Resize_WithAFormat_IsEncodedInIt(string saver, string loader)
    {
        using var result = await ResizeAsync(TwoHalves(), "?width=40", saver);

        Assert.Equal(loader, result.Get("vips-loader"));
    }

    [Fact]
    public async Task Resize_NoPicture_IsRefused() =>
        await Assert.ThrowsAsync<InvalidImageException>(() =>
            _resizer.ResizeAsync(
                "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray(),
                Commands("?width=40"),
                ".png",
                default
            )
        );

    [Fact]
    public void GetDimensions_OfAPicture_AreReadFromItsHeader() =>
        Assert.Equal(
            new System.Drawing.Size(200, 100),
            new ImageDimensionExtractor().GetDimensions(new MemoryStream(TwoHalves()))
        );

    [Fact]
    public void GetDimensions_OfAnythingElse_AreNone() =>
        Assert.Null(new ImageDimensionExtractor().GetDimensions(new MemoryStream([1, 2, 3])));

    public void Dispose() => _resizer.Dispose();

    private async Task<Image> ResizeAsync(byte[] source, string query, string saver) =>
        Image.NewFromBuffer(
            await _resizer.ResizeAsync(source, Commands(query), saver, TestContext.Current.CancellationToken)
        );

    private static ImageCommands Commands(string query) =>
        ImageCommands.Parse(new QueryCollection(QueryHelpers.ParseQuery(query)), (5000, 5000))!;

    /// <summary>200 by 100 pixels: red on the left, blue on the right.</summary>
    private static byte[] TwoHalves()
    {
        using var red = Image.Black(100, 100).NewFromImage(255, 0, 0);
        using var blue = Image.Black(100, 100).NewFromImage(0, 0, 255);
        using var both = red.Join(blue, Enums.Direction.Horizontal).Copy(interpretation: Enums.Interpretation.Srgb);
        return both.Cast(Enums.BandFormat.Uchar).WriteToBuffer(".png");
    }

    private static bool IsBlue(Image image, int x, int y) => image.Getpoint(x, y) is [< 60, < 60, > 200, ..];
}
