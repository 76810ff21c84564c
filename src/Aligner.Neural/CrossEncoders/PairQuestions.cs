using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Tokenization.Subwords;

namespace Aligner.Neural.CrossEncoders;

/// <summary>The sequences of one pair, every word marked once, and the probabilities that they get.</summary>
internal sealed class PairQuestions
{
    private readonly int _sourceLength;
    private readonly int _targetLength;
    private readonly float[] _forward;
    private readonly float[] _reverse;
    private readonly List<(bool IsForward, int Word)> _marked = [];
    private readonly List<EncodedSequence> _sequences = [];

    public PairQuestions(TokenizedPair pair, SubwordTokenizer tokenizer, MarkedSentence sentence)
    {
        (_sourceLength, _targetLength) = (pair.Source.Count, pair.Target.Count);
        _forward = new float[_sourceLength * _targetLength];
        _reverse = new float[_sourceLength * _targetLength];
        if (_forward.Length > 0)
        {
            EncodedPieces source = tokenizer.Encode(pair.Source, PieceBounds.Default);
            EncodedPieces target = tokenizer.Encode(pair.Target, PieceBounds.Default);
            CutCount = (source.IsCut ? 1 : 0) + (target.IsCut ? 1 : 0);
            Ask(pair.Source, target, isForward: true);
            Ask(pair.Target, source, isForward: false);
        }

        void Ask(IReadOnlyList<string> words, EncodedPieces other, bool isForward)
        {
            for (int word = 0; word < words.Count; word++)
            {
                foreach (EncodedSequence sequence in sentence.Ask(words, word, other))
                {
                    _sequences.Add(sequence);
                    _marked.Add((isForward, word));
                    PieceCount += sequence.Pieces.Count;
                }
            }
        }
    }

    public IReadOnlyList<EncodedSequence> Sequences => _sequences;

    /// <summary>Sentences of which only a part is read (<see cref="PieceBounds"/>).</summary>
    public int CutCount { get; }

    /// <summary>Pieces of all sequences together.</summary>
    public int PieceCount { get; private set; }

    /// <summary>Takes the output of the encoder for a sequence. Safe to call from several threads.</summary>
    public void Score(int sequence, ReadOnlySpan<float> logits, int labels, ICrossEncoderRule rule)
    {
        (bool isForward, int word) = _marked[sequence];
        (float[] scores, int length) = isForward ? (_forward, _targetLength) : (_reverse, _sourceLength);
        EncodedSequence asked = _sequences[sequence];
        int[] words = asked.Pieces.Words.ToArray();
        for (int piece = 0; piece < words.Length; piece++)
        {
            words[piece] = asked.Sides[piece] == 1 ? words[piece] : EncodedPieces.NoWord;
        }

        // Windows of one question may come back at the same time.
        lock (scores)
        {
            rule.Score(logits, labels, words, scores.AsSpan(word * length, length));
        }
    }

    /// <summary>The links whose mean probability is above the threshold.</summary>
    public ScoredAlignment Links(double threshold)
    {
        if (_forward.Length == 0)
        {
            return new ScoredAlignment([], ScoredAlignment.LogZero);
        }

        List<ScoredLink> candidates = new(_forward.Length);
        for (int source = 0; source < _sourceLength; source++)
        {
            for (int target = 0; target < _targetLength; target++)
            {
                float mean =
                    (_forward[(source * _targetLength) + target] + _reverse[(target * _sourceLength) + source]) / 2;
                candidates.Add(new ScoredLink(new Link(source, target), mean));
            }
        }

        ScoredLink[] links = [.. candidates.Where(link => link.Probability > threshold)];
        return ScoredAlignment.OfLinks(links, _sourceLength, _targetLength) with
        {
            Nulls = NullProbabilities.Of(candidates, _sourceLength, _targetLength),
        };
    }
}
