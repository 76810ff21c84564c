using System.Globalization;
using Aligner.Core;
using Aligner.Core.Text;
using Aligner.Statistical.Priors;

namespace Aligner.Statistical.PriorSources;

/// <summary>
/// The priors of eflomal as text, tab-separated: <c>LEX source target count</c>, <c>HMMF jump count</c> and
/// <c>HMMR jump count</c>; <c>FERF</c> and <c>FERR</c>, fertilities, are checked and left out.
/// </summary>
public static class EflomalPriorsFormat
{
    private const string Lexical = "LEX";
    private const string Forward = "HMMF";
    private const string Reverse = "HMMR";
    private const string NullWord = "<NULL>";

    /// <summary>Counts below this are not worth a line.</summary>
    private const double LeastCount = 0.01;

    /// <summary>Whether a line looks like one of such a file.</summary>
    public static bool Recognizes(string line) => line.Split('\t') is
        [Lexical, _, _, _] or [Forward or Reverse, _, _] or ["FERF" or "FERR", _, _, _];

    /// <exception cref="DataException">A line breaks the format.</exception>
    public static AlignmentPriors Read(LineReader reader)
    {
        List<WordPairPrior> words = [];
        Dictionary<int, double> forward = [];
        Dictionary<int, double> reverse = [];
        while (reader.ReadLine() is { } line)
        {
            string[] fields = line.Split('\t');
            switch (fields)
            {
                case [""]:
                    break;
                case [Lexical, var source, var target, var count]:
                    if (source != NullWord && target != NullWord)
                    {
                        words.Add(new WordPairPrior(source, target, PriorCount.Parse(count, reader)));
                    }

                    break;
                case [Forward, var jump, var count]:
                    Add(forward, jump, count, reader);
                    break;
                case [Reverse, var jump, var count]:
                    Add(reverse, jump, count, reader);
                    break;
                case ["FERF" or "FERR", _, var fertility, var count]:
                    Number(fertility, reader);
                    PriorCount.Parse(count, reader);
                    break;
                default:
                    throw new DataException(reader.Name, reader.Line, $"'{line}' is no line of eflomal's priors");
            }
        }

        return new AlignmentPriors(words, forward, reverse);
    }

    public static void Write(TextOutput output, AlignmentPriors priors)
    {
        foreach (WordPairPrior pair in priors.Words.Where(pair => pair.Count >= LeastCount))
        {
            WriteLine(output, $"{Lexical}\t{pair.Source}\t{pair.Target}", pair.Count);
        }

        WriteJumps(output, Forward, priors.ForwardJumps);
        WriteJumps(output, Reverse, priors.ReverseJumps);
    }

    private static void WriteJumps(TextOutput output, string tag, IReadOnlyDictionary<int, double> jumps)
    {
        foreach ((int jump, double count) in jumps.OrderBy(jump => jump.Key))
        {
            if (count >= LeastCount)
            {
                WriteLine(output, string.Create(CultureInfo.InvariantCulture, $"{tag}\t{jump}"), count);
            }
        }
    }

    private static void WriteLine(TextOutput output, string fields, double count)
    {
        output.Write(fields);
        output.Write('\t');
        output.Write(count, "0.####");
        output.WriteLine();
    }

    private static void Add(Dictionary<int, double> jumps, string jump, string count, LineReader reader)
    {
        int width = Number(jump, reader);
        jumps[width] = jumps.GetValueOrDefault(width) + PriorCount.Parse(count, reader);
    }

    private static int Number(string text, LineReader reader) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number)
            ? number
            : throw new DataException(reader.Name, reader.Line, $"'{text}' is not a whole number");
}
