using NKCSI.Cms.Imaging.Commands;

namespace NKCSI.Cms.Imaging.Resizing;

/// <summary>
/// The sizes behind one resize: what the source is scaled to, which part of that stays, and the canvas it is put on
/// (contracts/delivery/images.md, Geometry per rmode).
/// </summary>
internal sealed record ResizePlan
{
    public required (int Width, int Height) Scaled { get; init; }

    /// <summary>Left and top of the part that is cut out of the scaled picture; null when it stays whole.</summary>
    public (int Left, int Top)? CutAt { get; init; }

    /// <summary>Where the scaled picture lies on the canvas; null when there is no canvas.</summary>
    public (int Left, int Top)? PutAt { get; init; }

    /// <summary>The size of the result.</summary>
    public required (int Width, int Height) Result { get; init; }

    /// <summary>Plans a resize; null when the commands ask for no size or the mode leaves the source as it is.</summary>
    public static ResizePlan? For(ImageCommands commands, int width, int height)
    {
        if (commands.Width is null && commands.Height is null)
        {
            return null;
        }

        var w = commands.Width ?? Round((double)commands.Height!.Value * width / height);
        var h = commands.Height ?? Round((double)commands.Width!.Value * height / width);
        return commands.Mode switch
        {
            ResizeMode.Stretch => new ResizePlan { Scaled = (w, h), Result = (w, h) },
            ResizeMode.Max => Whole(Fit(w, h, width, height)),
            ResizeMode.Min => w > width || h > height ? null : Whole(Shortest(w, h, width, height)),
            ResizeMode.Pad => Padded(commands, w, h, Fit(w, h, width, height)),
            ResizeMode.BoxPad => Padded(
                commands,
                w,
                h,
                width <= w && height <= h ? (width, height) : Fit(w, h, width, height)
            ),
            _ => Cropped(commands, w, h, width, height),
        };
    }

    private static ResizePlan Whole((int Width, int Height) size) => new() { Scaled = size, Result = size };

    private static ResizePlan Cropped(ImageCommands commands, int w, int h, int width, int height)
    {
        var scale = Math.Max((double)w / width, (double)h / height);
        var scaled = (Width: Math.Max(w, Round(width * scale)), Height: Math.Max(h, Round(height * scale)));
        return new ResizePlan
        {
            Scaled = scaled,
            CutAt = (
                CutOffset(
                    scaled.Width,
                    w,
                    commands.Focus?.X ?? Horizontal(commands.Anchor),
                    commands.Focus is not null
                ),
                CutOffset(scaled.Height, h, commands.Focus?.Y ?? Vertical(commands.Anchor), commands.Focus is not null)
            ),
            Result = (w, h),
        };
    }

    /// <summary>A focal point is brought to the middle as far as the edges allow; an anchor names the side that stays.</summary>
    private static int CutOffset(int scaled, int wanted, double at, bool isFocus) =>
        isFocus
            ? -Math.Clamp(
                (int)Math.Round((wanted / 2.0) - (scaled * at), MidpointRounding.AwayFromZero),
                wanted - scaled,
                0
            )
            : (int)Math.Round((scaled - wanted) * at, MidpointRounding.AwayFromZero);

    private static ResizePlan Padded(ImageCommands commands, int w, int h, (int Width, int Height) scaled) =>
        new()
        {
            Scaled = scaled,
            PutAt = (
                (int)Math.Round((w - scaled.Width) * Horizontal(commands.Anchor), MidpointRounding.AwayFromZero),
                (int)Math.Round((h - scaled.Height) * Vertical(commands.Anchor), MidpointRounding.AwayFromZero)
            ),
            Result = (w, h),
        };

    private static (int Width, int Height) Fit(int w, int h, int width, int height)
    {
        var scale = Math.Min((double)w / width, (double)h / height);
        return (Math.Min(w, Round(width * scale)), Math.Min(h, Round(height * scale)));
    }

    private static (int Width, int Height) Shortest(int w, int h, int width, int height)
    {
        var scale = Math.Max((double)w / width, (double)h / height);
        return (Round(width * scale), Round(height * scale));
    }

    private static double Horizontal(Anchor anchor) =>
        anchor switch
        {
            Anchor.Left or Anchor.TopLeft or Anchor.BottomLeft => 0,
            Anchor.Right or Anchor.TopRight or Anchor.BottomRight => 1,
            _ => 0.5,
        };

    private static double Vertical(Anchor anchor) =>
        anchor switch
        {
            Anchor.Top or Anchor.TopLeft or Anchor.TopRight => 0,
            Anchor.Bottom or Anchor.BottomLeft or Anchor.BottomRight => 1,
            _ => 0.5,
        };

    private static int Round(double side) => Math.Max(1, (int)Math.Round(side, MidpointRounding.AwayFromZero));
}
