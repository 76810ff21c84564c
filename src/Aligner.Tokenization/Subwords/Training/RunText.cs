using Aligner.Core;
using Aligner.Tokenization.Words;

namespace Aligner.Tokenization.Subwords.Training;

/// <summary>The distinct runs of a text one after the other, each ended by <see cref="End"/>, with weights.</summary>
/// <param name="Chars">The runs.</param>
/// <param name="Starts">Where each run starts, and where one more would.</param>
/// <param name="Weights">How often each run occurs.</param>
/// <param name="Characters">What has to be a piece, in the order of code points, and how often it occurs.</param>
internal sealed record RunText(
    char[] Chars, int[] Starts, double[] Weights, IReadOnlyList<(string Text, double Weight)> Characters)
{
    /// <summary>Ends a run; no character of text.</summary>
    public const char End = '\0';

    /// <summary>Number of runs.</summary>
    public int Count => Weights.Length;

    /// <summary>How many characters the text has, repetitions counted.</summary>
    public double CharacterWeight => Characters.Sum(character => character.Weight);

    /// <summary>The characters of a run.</summary>
    public ReadOnlySpan<char> this[int run] => Chars.AsSpan(Starts[run], Starts[run + 1] - Starts[run] - 1);

    /// <summary>Lays out runs in the order of their spelling, cut where a character is too rare.</summary>
    /// <param name="counts">Runs and how often they occur.</param>
    /// <param name="coverage">Share of the characters to keep.</param>
    /// <exception cref="DataException">There are more than 2 billion characters in distinct runs.</exception>
    public static RunText Build(IReadOnlyDictionary<string, double> counts, double coverage)
    {
        string[] runs = [.. counts.Keys];
        Array.Sort(runs, StringComparer.Ordinal);
        Alphabet alphabet = new(runs.Select(run => (run, counts[run])), coverage);
        long size = runs.Sum(run => run.Length + 1L);
        if (size > Array.MaxLength)
        {
            throw new DataException($"the text has {size} characters in distinct words, more than can be handled");
        }

        Layout layout = new((int)size, runs.Length);
        foreach (string run in runs)
        {
            foreach (TokenSpan part in alphabet.KnownParts(run))
            {
                layout.Add(run.AsSpan(part.Start, part.Length), counts[run]);
            }
        }

        return new RunText(layout.Chars, [.. layout.Starts], [.. layout.Weights], alphabet.Characters);
    }

    private sealed class Layout(int size, int runs)
    {
        // A part never takes more room than the run it is cut from: what it lacks makes room for its end.
        public char[] Chars { get; } = new char[size];

        public List<int> Starts { get; } = new(runs + 1) { 0 };

        public List<double> Weights { get; } = new(runs);

        public void Add(ReadOnlySpan<char> run, double weight)
        {
            int start = Starts[^1];
            run.CopyTo(Chars.AsSpan(start));
            Chars[start + run.Length] = End;
            Starts.Add(start + run.Length + 1);
            Weights.Add(weight);
        }
    }
}
