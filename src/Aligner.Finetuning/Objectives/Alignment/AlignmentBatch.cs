using Aligner.Finetuning.Corpora;
using Aligner.Neural.OnnxRuntime;

namespace Aligner.Finetuning.Objectives.Alignment;

/// <summary>Makes the inputs of <see cref="AlignmentObjective"/>.</summary>
internal static class AlignmentBatch
{
    /// <summary>Added to the score of a padding word.</summary>
    private const float Masked = -1e9f;

    /// <param name="corpus">Where the pairs are.</param>
    /// <param name="pairs">Indices of the pairs, at least one.</param>
    /// <param name="padId">What fills short rows.</param>
    /// <param name="hasNull">Whether a null word takes what no link has.</param>
    public static ObjectiveBatch Create(TrainingCorpus corpus, int[] pairs, int padId, bool hasNull)
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

        ObjectiveBatch batch = new();
        source.AddTo(batch, AlignmentObjective.Source, sourceWords, 1, AlignmentObjective.SourceWeights);
        target.AddTo(batch, AlignmentObjective.Target, 1, targetWords, AlignmentObjective.TargetWeights);
        batch.Add(AlignmentObjective.Forward, forward, pairs.Length, sourceWords, targetWords + extra);
        batch.Add(AlignmentObjective.Reverse, reverse, pairs.Length, sourceWords + extra, targetWords);
        return batch;
    }

    private static Span<float> Row(Memory<float> values, int row, int rows) =>
        values.Span.Slice(values.Length / rows * row, values.Length / rows);

    /// <summary>One side of all pairs.</summary>
    private sealed class Side
    {
        private readonly int _rows;
        private readonly int _words;
        private readonly TextRows _text;
        private readonly Memory<float> _shares;
        private readonly Memory<float> _mask;
        private readonly Memory<float> _weights;

        public Side(int rows, int words, int pieces, int padId)
        {
            (_rows, _words) = (rows, words);
            _text = new TextRows(rows, pieces, padId);
            _shares = AlignedMemory.Allocate<float>(rows * words * pieces);
            _mask = AlignedMemory.Allocate<float>(rows * words);
            _weights = AlignedMemory.Allocate<float>(rows);
            _mask.Span.Fill(Masked);
        }

        public void Fill(int row, PieceSequence sequence)
        {
            _text.Fill(row, sequence.Ids);
            _weights.Span[row] = 1f / (sequence.WordCount * _rows);
            _mask.Span.Slice(row * _words, sequence.WordCount).Clear();
            ReadOnlySpan<short> words = sequence.Words;
            for (int piece = 0; piece < words.Length; piece++)
            {
                if (words[piece] >= 0)
                {
                    _shares.Span[(((row * _words) + words[piece]) * _text.Length) + piece] =
                        1f / words.Count(words[piece]);
                }
            }
        }

        public void AddTo(ObjectiveBatch batch, string prefix, long maskRows, long maskColumns, string weights)
        {
            _text.AddTo(batch, prefix);
            batch.Add(prefix + AlignmentObjective.Shares, _shares, _rows, _words, _text.Length);
            batch.Add(prefix + AlignmentObjective.Mask, _mask, _rows, maskRows, maskColumns);
            batch.Add(weights, _weights, _rows, 1, 1);
        }
    }
}
