using System.Runtime.InteropServices;
using Aligner.Tokenization.Subwords.Normalizers;
using Aligner.Tokenization.Subwords.PreTokenizers;
using Aligner.Tokenization.Words;

namespace Aligner.Tokenization.Subwords.Training;

/// <summary>Counts the runs of a text after the steps that a tokenizer puts before its model.</summary>
internal sealed class RunCounter(INormalizer normalizer, IPreTokenizer preTokenizer)
{
    private readonly SegmentedText _work = new();
    private readonly Dictionary<string, double> _counts = [];

    /// <summary>Runs and their weights.</summary>
    public IReadOnlyDictionary<string, double> Counts => _counts;

    /// <summary>Counts the runs of a text.</summary>
    public void Add(ReadOnlySpan<char> text, double weight)
    {
        _work.Text.Reset(text, 0);
        normalizer.Normalize(_work.Text);
        _work.Segments.Clear();
        if (_work.Text.Length > 0)
        {
            _work.Segments.Add(new TokenSpan(0, _work.Text.Length));
        }

        preTokenizer.Split(_work);
        var counts = _counts.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (TokenSpan segment in _work.Segments)
        {
            ReadOnlySpan<char> rest = _work.Text.Chars.Slice(segment.Start, segment.Length);
            while (!rest.IsEmpty)
            {
                int length = CharacterRuns.FirstLength(rest);
                CollectionsMarshal.GetValueRefOrAddDefault(counts, rest[..length], out _) += weight;
                rest = rest[length..];
            }
        }
    }
}
