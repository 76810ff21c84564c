using Aligner.Neural.Models;
using Aligner.Neural.OnnxRuntime;

namespace Aligner.Finetuning.Objectives;

/// <summary>Sentences as an encoder reads them: a row of piece ids for each, filled up with padding.</summary>
internal sealed class TextRows
{
    private readonly int _rows;
    private readonly Memory<long> _ids;
    private readonly Memory<long> _attention;

    /// <param name="rows">Number of sentences.</param>
    /// <param name="length">Pieces of the longest.</param>
    /// <param name="padId">What fills short rows.</param>
    public TextRows(int rows, int length, int padId)
    {
        (_rows, Length) = (rows, length);
        _ids = AlignedMemory.Allocate<long>(rows * length);
        _attention = AlignedMemory.Allocate<long>(rows * length);
        _ids.Span.Fill(padId);
    }

    /// <summary>The rows of sentences that are there already.</summary>
    public TextRows(IReadOnlyList<int[]> sentences, int padId)
        : this(sentences.Count, sentences.Max(sentence => sentence.Length), padId)
    {
        for (int row = 0; row < sentences.Count; row++)
        {
            Fill(row, sentences[row]);
        }
    }

    /// <summary>Pieces of a row.</summary>
    public int Length { get; }

    /// <summary>Writes a sentence.</summary>
    public void Fill(int row, ReadOnlySpan<int> ids)
    {
        Span<long> target = _ids.Span[(row * Length)..];
        for (int piece = 0; piece < ids.Length; piece++)
        {
            target[piece] = ids[piece];
        }

        _attention.Span.Slice(row * Length, ids.Length).Fill(1);
    }

    /// <summary>Adds the inputs of an encoder whose names start with <paramref name="prefix"/>.</summary>
    public void AddTo(ObjectiveBatch batch, string prefix)
    {
        batch.Add(prefix + EncoderGraph.InputIds, _ids, _rows, Length);
        batch.Add(prefix + EncoderGraph.AttentionMask, _attention, _rows, Length);
        batch.Add(prefix + EncoderGraph.TokenTypeIds, AlignedMemory.Allocate<long>(_ids.Length), _rows, Length);
    }
}
