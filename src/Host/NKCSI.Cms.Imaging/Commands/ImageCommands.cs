using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace NKCSI.Cms.Imaging.Commands;

/// <summary>
/// What a query string asks to be done with a picture, after ImageSharp.Web's commands as Umbraco uses them
/// (contracts/delivery/images.md 1). Unknown names and unusable values are dropped, never refused.
/// </summary>
internal sealed record ImageCommands
{
    /// <summary>Names that count as commands; a query without any is served as the original file.</summary>
    private static readonly HashSet<string> Known = new(
        [
            "width",
            "height",
            "rmode",
            "rxy",
            "ranchor",
            "rcolor",
            "rsampler",
            "orient",
            "compand",
            "format",
            "quality",
            "bgcolor",
            "cc",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    public int? Width { get; init; }

    public int? Height { get; init; }

    public ResizeMode Mode { get; init; } = ResizeMode.Crop;

    /// <summary>What stays in the picture when it is cut: 0..1 from the left and the top.</summary>
    public (double X, double Y)? Focus { get; init; }

    public Anchor Anchor { get; init; } = Anchor.Center;

    /// <summary>Share cut off from each edge (left, top, right, bottom), 0..1.</summary>
    public (double Left, double Top, double Right, double Bottom)? Cut { get; init; }

    /// <summary>Whether <see cref="Cut"/> happens before resizing: commands run in the order of their first appearance.</summary>
    public bool CutFirst { get; init; } = true;

    /// <summary>Colour of padding, RGBA; transparent when not given.</summary>
    public IReadOnlyList<double>? PaddingColour { get; init; }

    /// <summary>Colour behind transparent parts, RGBA.</summary>
    public IReadOnlyList<double>? BackgroundColour { get; init; }

    public bool Orient { get; init; } = true;

    /// <summary>File extension of the result, without dot; the source's when not given.</summary>
    public string? Format { get; init; }

    /// <summary>1..100, for formats that lose quality.</summary>
    public int? Quality { get; init; }

    /// <summary>The commands in a normal form: the key of the cached result.</summary>
    public required string CacheText { get; init; }

    /// <summary>Reads the commands; null when there is none and the original is meant.</summary>
    /// <param name="limits">Sides from this on are removed, as are those that are no positive number.</param>
    public static ImageCommands? Parse(IQueryCollection query, (int Width, int Height)? limits)
    {
        var commands = query
            .Where(pair => Known.Contains(pair.Key))
            .Select(pair => (Name: pair.Key.ToLowerInvariant(), Value: Last(pair.Value)))
            .Where(command => command.Value.Length > 0)
            .ToList();
        if (commands.Count == 0)
        {
            return null;
        }

        string? Of(string name) => commands.Find(command => command.Name == name).Value;
        var names = commands.Select(command => command.Name).ToList();
        var resizeAt = names.FindIndex(name => name is "width" or "height" or "rmode" or "rxy" or "ranchor");
        return new ImageCommands
        {
            Width = Side(Of("width"), limits?.Width),
            Height = Side(Of("height"), limits?.Height),
            Mode = Enum.TryParse<ResizeMode>(Of("rmode"), ignoreCase: true, out var mode) ? mode : ResizeMode.Crop,
            Focus = Numbers(Of("rxy"), 2) is [var x, var y] ? (Clamp(x), Clamp(y)) : null,
            Anchor = Enum.TryParse<Anchor>(Of("ranchor"), ignoreCase: true, out var anchor) ? anchor : Anchor.Center,
            Cut =
                Numbers(Of("cc"), 4) is [var left, var top, var right, var bottom] cut && cut.Any(edge => edge > 0)
                    ? (Clamp(left), Clamp(top), Clamp(right), Clamp(bottom))
                    : null,
            CutFirst = resizeAt < 0 || names.IndexOf("cc") < resizeAt,
            PaddingColour = Colour.Parse(Of("rcolor")),
            BackgroundColour = Colour.Parse(Of("bgcolor")),
            Orient = !bool.TryParse(Of("orient"), out var orient) || orient,
            Format = Of("format")?.ToLowerInvariant(),
            Quality =
                int.TryParse(Of("quality"), NumberStyles.None, CultureInfo.InvariantCulture, out var quality)
                && quality is >= 1 and <= 100
                    ? quality
                    : null,
            CacheText = commands
                .Aggregate(
                    new StringBuilder(),
                    (text, c) => text.Append(c.Name).Append('=').Append(c.Value).Append('&')
                )
                .ToString()
                .ToLowerInvariant(),
        };
    }

    /// <summary>The known commands of a query in their order, as they are signed (images.md 2).</summary>
    public static IEnumerable<KeyValuePair<string, string>> ToSign(IQueryCollection query) =>
        query.Where(pair => Known.Contains(pair.Key)).Select(pair => KeyValuePair.Create(pair.Key, Last(pair.Value)));

    private static string Last(StringValues values) => values.Count > 0 ? values[^1] ?? string.Empty : string.Empty;

    private static int? Side(string? text, int? limit) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var side)
        && side > 0
        && (limit is null || side < limit)
            ? side
            : null;

    private static double[]? Numbers(string? text, int count)
    {
        var parts = text?.Split(',');
        if (parts?.Length != count)
        {
            return null;
        }

        var numbers = new double[count];
        for (var i = 0; i < count; i++)
        {
            if (
                !double.TryParse(parts[i], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i])
                || !double.IsFinite(numbers[i])
            )
            {
                return null;
            }
        }

        return numbers;
    }

    private static double Clamp(double share) => Math.Clamp(share, 0, 1);
}

/// <summary>How a picture is fitted to the wanted size (images.md, Geometry).</summary>
internal enum ResizeMode
{
    Crop,
    Pad,
    BoxPad,
    Max,
    Min,
    Stretch,
}

/// <summary>Which part stays, or where the picture is placed.</summary>
internal enum Anchor
{
    Center,
    Top,
    Right,
    Bottom,
    Left,
    TopLeft,
    TopRight,
    BottomLeft,
    BottomRight,
}
