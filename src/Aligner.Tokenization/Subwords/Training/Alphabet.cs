using System.Text;

namespace Aligner.Tokenization.Subwords.Training;

/// <summary>The characters that a vocabulary has to hold: the most frequent ones, up to a share of the text.</summary>
internal sealed class Alphabet
{
    private const int CodePoints = 0x110000;

    private readonly double[] _weights = new double[CodePoints];

    /// <param name="runs">Runs and how often they occur.</param>
    /// <param name="coverage">The share.</param>
    public Alphabet(IEnumerable<(string Run, double Weight)> runs, double coverage)
    {
        foreach ((string run, double weight) in runs)
        {
            foreach (Rune rune in run.EnumerateRunes())
            {
                _weights[rune.Value] += weight;
            }
        }

        _weights[RunText.End] = 0;
        _weights[Rune.ReplacementChar.Value] = 0;
        DropRare(coverage);
        Characters =
        [
            .. Enumerable.Range(0, CodePoints).Where(value => _weights[value] > 0)
                .Select(value => (new Rune(value).ToString(), _weights[value])),
        ];
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
            if (_weights[rune.Value] == 0)
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
        int[] frequent =
        [
            .. Enumerable.Range(0, CodePoints).Where(value => _weights[value] > 0)
                .OrderByDescending(value => _weights[value]),
        ];
        double enough = coverage * frequent.Sum(value => _weights[value]);
        double covered = 0;
        foreach (int value in frequent)
        {
            if (covered >= enough)
            {
                _weights[value] = 0;
            }

            covered += _weights[value];
        }
    }
}
