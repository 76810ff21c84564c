using Aligner.Neural.Models;
using Aligner.Neural.OnnxRuntime;
using Aligner.Training.Corpora;

namespace Aligner.Training.Objectives;

/// <summary>The inputs of <see cref="AlignmentObjective"/> for some pairs.</summary>
public sealed class AlignmentBatch : IDisposable
{
    /// <summary>Added to the score of a padding word.</summary>
    private const float Masked = -1e9f;

    private readonly List<NamedTensor> _inputs = [];

    /// <param name="corpus">Where the pairs are.</param>
    /// <param name="pairs">Indices of the pairs, at least one.</param>
    /// <param name="padId">What fills short rows.</param>
    /// <param name="hasNull">Whether a null word takes what no link has.</param>
    public AlignmentBatch(TrainingCorpus corpus, int[] pairs, int padId, bool hasNull)
    {
        int sourceWords = 0, targetWords = 0, sourcePieces = 0, targetPieces = 0;
        foreach (int pair in pairs)
        {
            TrainingPair item = corpus[pair];
            sourceWords = Math.Max(sourceWords, item.Source.WordCount);
            targetWords = Math.Max(targetWords, item.Target.WordCount);
            sourcePieces = Math.Max(sourcePieces, item.Source.Ids.Length);
            targetPieces = Math.Max(targetPieces, item.Target.Ids.Length);
        }

        Side source = new(pairs.Length, sourceWords, sourcePieces, padId);
        Side target = new(pairs.Length, targetWords, targetPieces, padId);
        int extra = hasNull ? 1 : 0;
        Memory<float> forward = AlignedMemory.Allocate<float>(pairs.Length * sourceWords * (targetWords + extra));
        Memory<float> reverse = AlignedMemory.Allocate<float>(pairs.Length * (sourceWords + extra) * targetWords);
        for (int row = 0; row < pairs.Length; row++)
        {
            TrainingPair item = corpus[pairs[row]];
            source.Fill(row, item.Source);
            target.Fill(row, item.Target);
            Span<float> toTarget = Row(forward, row, pairs.Length), toSource = Row(reverse, row, pairs.Length);
            foreach (((int i, int j), float probability) in item.Links)
            {
                toTarget[(i * (targetWords + extra)) + j] = probability;
                toSource[(i * targetWords) + j] = probability;
            }

            if (hasNull)
            {
                TaughtLinks.Complete(toTarget, item.Source.WordCount, targetWords + 1, 1, targetWords + 1);
                TaughtLinks.Complete(toSource, item.Target.WordCount, 1, targetWords, sourceWords + 1);
            }
        }

        Add(AlignmentObjective.Source, source, pairs.Length, sourceWords, 1);
        Add(AlignmentObjective.Target, target, pairs.Length, 1, targetWords);
        Add(AlignmentObjective.Forward, forward, pairs.Length, sourceWords, targetWords + extra);
        Add(AlignmentObjective.Reverse, reverse, pairs.Length, sourceWords + extra, targetWords);
        Pairs = pairs.Length;
    }

    /// <summary>Number of pairs.</summary>
    public int Pairs { get; }

    /// <summary>A tensor for each input.</summary>
    public IReadOnlyList<NamedTensor> Inputs => _inputs;

    public void Dispose() => _inputs.ForEach(input => input.Tensor.Dispose());

    private static Span<float> Row(Memory<float> values, int row, int rows) =>
        values.Span.Slice(values.Length / rows * row, values.Length / rows);

    private void Add<T>(string name, Memory<T> values, params ReadOnlySpan<long> shape)
        where T : unmanaged => _inputs.Add(new NamedTensor(name, Tensor.Over(values, shape)));

    private void Add(string prefix, Side side, long rows, long maskRows, long maskColumns)
    {
        Add(prefix + EncoderGraph.InputIds, side.Ids, rows, side.Pieces);
        Add(prefix + EncoderGraph.AttentionMask, side.Attention, rows, side.Pieces);
        Add(prefix + EncoderGraph.TokenTypeIds, AlignedMemory.Allocate<long>(side.Ids.Length), rows, side.Pieces);
        Add(prefix + AlignmentObjective.Shares, side.Shares, rows, side.Words, side.Pieces);
        Add(prefix + AlignmentObjective.Mask, side.Mask, rows, maskRows, maskColumns);
    }

    /// <summary>One side of all pairs.</summary>
    private sealed class Side
    {
        public Side(int rows, int words, int pieces, int padId)
        {
            (Words, Pieces) = (words, pieces);
            Ids = AlignedMemory.Allocate<long>(rows * pieces);
            Attention = AlignedMemory.Allocate<long>(rows * pieces);
            Shares = AlignedMemory.Allocate<float>(rows * words * pieces);
            Mask = AlignedMemory.Allocate<float>(rows * words);
            Ids.Span.Fill(padId);
            Mask.Span.Fill(Masked);
        }

        public int Words { get; }

        public int Pieces { get; }

        public Memory<long> Ids { get; }

        public Memory<long> Attention { get; }

        public Memory<float> Shares { get; }

        public Memory<float> Mask { get; }

        public void Fill(int row, PieceSequence sequence)
        {
            Attention.Span.Slice(row * Pieces, sequence.Ids.Length).Fill(1);
            Mask.Span.Slice(row * Words, sequence.WordCount).Clear();
            ReadOnlySpan<short> words = sequence.Words;
            for (int piece = 0; piece < words.Length; piece++)
            {
                Ids.Span[(row * Pieces) + piece] = sequence.Ids[piece];
                if (words[piece] >= 0)
                {
                    Shares.Span[(((row * Words) + words[piece]) * Pieces) + piece] = 1f / words.Count(words[piece]);
                }
            }
        }
    }
}
