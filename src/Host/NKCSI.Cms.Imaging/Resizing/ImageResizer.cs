using NetVips;
using NKCSI.Cms.Imaging.Commands;

namespace NKCSI.Cms.Imaging.Resizing;

/// <summary>Carries out commands on a picture with libvips. More work at once than cores gains nothing and costs memory.</summary>
internal sealed class ImageResizer : IDisposable
{
    /// <summary>A picture of more pixels than this is refused before it is decoded: 100 megapixels.</summary>
    private const long MostPixels = 100_000_000;

    private readonly SemaphoreSlim _cores = new(Environment.ProcessorCount);

    static ImageResizer()
    {
        // Each request is another picture: remembered operations would only hold memory.
        Cache.Max = 0;
        // Loaders for formats that nobody uploads as a picture are attack surface.
        Operation.Block("VipsForeignLoadSvg", true);
        NetVips.NetVips.BlockUntrusted = true;
    }

    /// <summary>The result, encoded. An animation keeps its frames when it is only scaled.</summary>
    /// <exception cref="InvalidImageException">The file is no picture, is damaged, or is too large.</exception>
    public async Task<byte[]> ResizeAsync(byte[] source, ImageCommands commands, string saver, CancellationToken ct)
    {
        await _cores.WaitAsync(ct);
        try
        {
            return Resize(source, commands, saver);
        }
        catch (VipsException damage)
        {
            throw new InvalidImageException(damage.Message, damage);
        }
        finally
        {
            _cores.Release();
        }
    }

    public void Dispose() => _cores.Dispose();

    private static byte[] Resize(byte[] source, ImageCommands commands, string saver)
    {
        using var header = Image.NewFromBuffer(source, access: Enums.Access.Sequential);
        if ((long)header.Width * header.Height > MostPixels)
        {
            throw new InvalidImageException("The picture has more than 100 megapixels.");
        }

        using var picture = Steps(Load(source, header, commands), commands);
        return picture.WriteToBuffer(saver, SaverOptions(saver, commands));
    }

    private static Image Load(byte[] source, Image header, ImageCommands commands)
    {
        var image = Image.NewFromBuffer(source, access: Enums.Access.Random);
        if (!commands.Orient || !header.Contains("orientation"))
        {
            return image;
        }

        using (image)
        {
            return image.Autorot();
        }
    }

    private static Image Steps(Image image, ImageCommands commands)
    {
        if (commands.CutFirst)
        {
            image = Replace(image, Cut(image, commands));
            image = Replace(image, Scale(image, commands));
        }
        else
        {
            image = Replace(image, Scale(image, commands));
            image = Replace(image, Cut(image, commands));
        }

        return commands.BackgroundColour is { } colour && image.HasAlpha()
            ? Replace(image, image.Flatten(background: [.. colour.Take(3)]))
            : image;
    }

    private static Image? Cut(Image image, ImageCommands commands)
    {
        if (commands.Cut is not { } cut)
        {
            return null;
        }

        var left = (int)Math.Round(cut.Left * image.Width);
        var top = (int)Math.Round(cut.Top * image.Height);
        var width = (int)Math.Round((1 - cut.Right) * image.Width) - left;
        var height = (int)Math.Round((1 - cut.Bottom) * image.Height) - top;
        return width > 0 && height > 0 ? image.ExtractArea(left, top, width, height) : null;
    }

    private static Image? Scale(Image image, ImageCommands commands)
    {
        if (ResizePlan.For(commands, image.Width, image.Height) is not { } plan)
        {
            return null;
        }

        var scaled = image.ThumbnailImage(
            plan.Scaled.Width,
            height: plan.Scaled.Height,
            size: Enums.Size.Force,
            noRotate: true
        );
        if (plan.CutAt is { } cut && (plan.Scaled != plan.Result))
        {
            return Replace(scaled, scaled.ExtractArea(cut.Left, cut.Top, plan.Result.Width, plan.Result.Height));
        }

        return plan.PutAt is { } put ? Pad(scaled, put, plan.Result, commands) : scaled;
    }

    private static Image Pad(
        Image scaled,
        (int Left, int Top) put,
        (int Width, int Height) canvas,
        ImageCommands commands
    )
    {
        var withAlpha = scaled.HasAlpha() ? scaled : Replace(scaled, scaled.AddAlpha());
        double[] colour = [.. commands.PaddingColour ?? [0, 0, 0, 0]];
        return Replace(
            withAlpha,
            withAlpha.Embed(
                put.Left,
                put.Top,
                canvas.Width,
                canvas.Height,
                extend: Enums.Extend.Background,
                background: withAlpha.Bands == 2 ? [colour[0], colour[3]] : colour
            )
        );
    }

    private static VOption SaverOptions(string saver, ImageCommands commands)
    {
        var options = new VOption { { "keep", Enums.ForeignKeep.Icc } };
        if (saver is ".jpg" or ".webp" or ".avif")
        {
            options.Add("Q", commands.Quality ?? 75);
        }

        if (saver == ".jpg" && commands.BackgroundColour is { } colour)
        {
            options.Add("background", colour.Take(3).ToArray());
        }

        return options;
    }

    private static Image Replace(Image old, Image? next)
    {
        if (next is null)
        {
            return old;
        }

        old.Dispose();
        return next;
    }
}

/// <summary>The file cannot be treated as a picture.</summary>
internal sealed class InvalidImageException(string message, Exception? cause = null) : Exception(message, cause);
