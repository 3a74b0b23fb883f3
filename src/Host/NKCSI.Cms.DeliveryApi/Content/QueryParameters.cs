using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace NKCSI.Cms.DeliveryApi.Content;

/// <summary>Reads the query of a request and gathers what cannot be read, worded as ASP.NET Core words it.</summary>
internal sealed class QueryParameters(IQueryCollection query)
{
    private readonly Dictionary<string, string[]> _errors = new(StringComparer.Ordinal);

    /// <summary>The answer when something could not be read; null when all could.</summary>
    public IResult? Refusal =>
        _errors.Count == 0
            ? null
            : Results.ValidationProblem(_errors, title: "One or more validation errors occurred.");

    /// <summary>The first value of a parameter; null when it is empty or not there.</summary>
    public string? Text(string name) => query[name] is [{ Length: > 0 } first, ..] ? first : null;

    /// <summary>All values that are not blank.</summary>
    public IEnumerable<string> Texts(string name) =>
        query[name].OfType<string>().Where(value => !string.IsNullOrWhiteSpace(value));

    /// <summary>A number that is not negative.</summary>
    public int Number(string name, int usual)
    {
        if (query[name] is not [{ } text, ..])
        {
            return usual;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Refuse(name, text);
        return usual;
    }

    public IReadOnlyList<Guid> Keys(string name)
    {
        var keys = new List<Guid>();
        foreach (var text in query[name].OfType<string>())
        {
            if (Guid.TryParse(text, CultureInfo.InvariantCulture, out var key))
            {
                keys.Add(key);
            }
            else
            {
                Refuse(name, text);
            }
        }

        return keys;
    }

    private void Refuse(string name, string text) =>
        _errors[name] = [text.Length == 0 ? "The value '' is invalid." : $"The value '{text}' is not valid."];
}
