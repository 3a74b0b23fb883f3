using System.Globalization;

namespace NKCSI.Cms.Imaging.Commands;

/// <summary>Colours in query strings: hexadecimal with 3, 4, 6 or 8 digits, or white, black and transparent.</summary>
internal static class Colour
{
    /// <summary>Red, green, blue and alpha, 0..255 each; null when the text is no colour.</summary>
    public static IReadOnlyList<double>? Parse(string? text)
    {
        switch (text?.ToLowerInvariant())
        {
            case null:
                return null;
            case "white":
                return [255, 255, 255, 255];
            case "black":
                return [0, 0, 0, 255];
            case "transparent":
                return [0, 0, 0, 0];
        }

        var digits = text.TrimStart('#');
        if (digits.Length is 3 or 4)
        {
            digits = string.Concat(digits.SelectMany(digit => new[] { digit, digit }));
        }

        if (digits.Length == 6)
        {
            digits += "ff";
        }

        return
            digits.Length == 8
            && uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var colour)
            ? [colour >> 24, (colour >> 16) & 255, (colour >> 8) & 255, colour & 255]
            : null;
    }
}
