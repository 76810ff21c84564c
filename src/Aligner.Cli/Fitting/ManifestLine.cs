using Aligner.Cli.Hosting;
using Aligner.Core;
using Aligner.Core.Files;
using Aligner.Core.Text;
using Aligner.Statistical.Methods;

namespace Aligner.Cli.Fitting;

/// <summary>A text with gold links that a network is to be fitted to.</summary>
/// <param name="Group">What texts by the same annotators share.</param>
/// <param name="Method"><c>auto</c> or a statistical method.</param>
/// <param name="Quality">The quality of the method.</param>
/// <param name="Bitext">The file of the text.</param>
/// <param name="Gold">The file of the gold links.</param>
/// <param name="Place">Which pairs of the text these are of.</param>
/// <param name="Encoder">The folder of the encoder that <c>auto</c> asks; null for the one that ships.</param>
internal sealed record ManifestLine(
    string Group, string Method, Quality Quality, string Bitext, string Gold, GoldPlace Place, string? Encoder)
{
    private const int Fields = 6;

    private static readonly string[] Methods =
        [WordAligner.Auto, .. StatisticalMethods.All.Select(method => method.Name)];

    private static readonly string[] Qualities =
        [.. Enum.GetNames<Quality>().Select(name => name.ToLowerInvariant())];

    private static readonly string[] Places =
        [.. Enum.GetNames<GoldPlace>().Select(name => name.ToLowerInvariant())];

    /// <summary>The statistical method that trains on the text.</summary>
    public StatisticalMethod Statistical =>
        StatisticalMethods.Get(Method == WordAligner.Auto ? StatisticalMethods.Best : Method);

    /// <summary>What messages call the text.</summary>
    public string Name => $"{Method} {Quality.ToString().ToLowerInvariant()} {Bitext}";

    /// <summary>Reads a manifest. Empty lines, and those that begin with <c>#</c>, are left out.</summary>
    /// <param name="path">A path; <c>-</c> is standard input.</param>
    /// <exception cref="DataException">A line breaks the format, or there is none.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IReadOnlyList<ManifestLine> Read(string path)
    {
        using LineReader reader = TextInput.Open(path);
        List<ManifestLine> lines = [];
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                lines.Add(Parse(line.Split('\t'), message => new DataException(reader.Name, reader.Line, message)));
            }
        }

        return lines.Count > 0 ? lines : throw new DataException(reader.Name, 0, "names no text");
    }

    private static ManifestLine Parse(string[] fields, Func<string, DataException> fault)
    {
        if (fields.Length is not (Fields or Fields + 1))
        {
            throw fault($"{fields.Length} fields instead of {Fields} or {Fields + 1}: group, method, quality, bitext, "
                + "gold, first, last or new, and the encoder if it is another one, with a tab between them");
        }

        if (!PlainFileName.IsPlain(fields[0]))
        {
            throw fault($"the group {Excerpt.Quote(fields[0])} is no plain file name");
        }

        Require("method", fields[1], Methods, fault);
        Require("quality", fields[2], Qualities, fault);
        Require("place of the gold links", fields[5], Places, fault);
        foreach (string file in fields[3..5].Where(file => file is "" or TextInput.StandardStreamPath))
        {
            throw fault($"{Excerpt.Quote(file)} is no name of a file");
        }

        ManifestLine line = new(
            fields[0],
            fields[1],
            Enum.Parse<Quality>(fields[2], ignoreCase: true),
            fields[3],
            fields[4],
            Enum.Parse<GoldPlace>(fields[5], ignoreCase: true),
            fields.Length > Fields ? fields[Fields] : null);
        if (line.Encoder is not null && line.Method != WordAligner.Auto)
        {
            throw fault($"the method {line.Method} asks no encoder");
        }

        if (line.Statistical.Name != StatisticalMethods.Best && line.Quality != Quality.Default)
        {
            throw fault($"the method {line.Method} has no quality {Excerpt.Quote(fields[2])}, but default alone");
        }

        return line;
    }

    private static void Require(string what, string value, string[] names, Func<string, DataException> fault)
    {
        if (!names.Contains(value))
        {
            throw fault($"the {what} {Excerpt.Quote(value)} is none of {string.Join(", ", names)}"
                + Suggestion.For(value, names));
        }
    }
}
