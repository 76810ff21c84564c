using System.Runtime.InteropServices;
using System.Text;
using Aligner.Tokenization.Words;

namespace Aligner.Tokenization.Subwords.Training;

/// <summary>The characters that a vocabulary has to hold: the most frequent ones, up to a share of the text.</summary>
internal sealed class Alphabet
{
    private readonly Dictionary<Rune, double> _weights = [];

    /// <param name="runs">Runs and how often they occur.</param>
    /// <param name="coverage">The share.</param>
    public Alphabet(IEnumerable<(string Run, double Weight)> runs, double coverage)
    {
        foreach ((string run, double weight) in runs)
        {
            foreach (Rune rune in run.EnumerateRunes())
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_weights, rune, out _) += weight;
            }
        }

        _weights.Remove(new Rune(RunText.End));
        _weights.Remove(Rune.ReplacementChar);
        DropRare(coverage);
        Characters = [.. _weights.OrderBy(entry => entry.Key).Select(entry => (entry.Key.ToString(), entry.Value))];
    }

    /// <summary>The characters in the order of their code points, and how often they occur.</summary>
    public IReadOnlyList<(string Text, double Weight)> Characters { get; }

    /// <summary>The longest parts of a run that hold none but these characters.</summary>
    public IEnumerable<TokenSpan> KnownParts(string run)
    {
        int start = 0;
        int position = 0;
        foreach (Rune rune in run.EnumerateRunes())
        {
            int end = position + rune.Utf16SequenceLength;
            if (!_weights.ContainsKey(rune))
            {
                if (position > start)
                {
                    yield return new TokenSpan(start, position - start);
                }

                start = end;
            }

            position = end;
        }

        if (position > start)
        {
            yield return new TokenSpan(start, position - start);
        }
    }

    private void DropRare(double coverage)
    {
        double enough = coverage * _weights.Values.Sum();
        double covered = 0;
        var frequentFirst = _weights.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key);
        foreach ((Rune rune, double weight) in frequentFirst)
        {
            if (covered >= enough)
            {
                _weights.Remove(rune);
            }

            covered += weight;
        }
    }
}
