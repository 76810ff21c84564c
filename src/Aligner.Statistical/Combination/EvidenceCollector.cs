using System.Numerics.Tensors;
using Aligner.Core.Alignments;
using Aligner.Statistical.Corpora;
using Aligner.Statistical.Decoding;
using Aligner.Statistical.Models;

namespace Aligner.Statistical.Combination;

/// <summary>Puts together what is known of the links of a pair. Threads can share it.</summary>
/// <param name="model">A model.</param>
internal sealed class EvidenceCollector(StatisticalModel model)
{
    private readonly WordTraitTable _sourceWords = new(model.SourceVocabulary, model.SourceFrequencies);
    private readonly WordTraitTable _targetWords = new(model.TargetVocabulary, model.TargetFrequencies);

    /// <summary>Fills the evidence of a workspace and gets its features ready.</summary>
    /// <param name="pair">A pair.</param>
    /// <param name="links">Its links by the mean of posteriors and by rules.</param>
    /// <param name="workspace">Has the posteriors of the pair and their mean.</param>
    public void Collect(EncodedPair pair, IReadOnlyList<ScoredLink> links, DecoderWorkspace workspace)
    {
        PairEvidence evidence = workspace.Evidence;
        evidence.Begin(
            _sourceWords.Of(pair.Source),
            _targetWords.Of(pair.Target),
            StemmedPair.Of(pair),
            pair.Prior is not null);
        AddPosteriors(evidence, workspace);
        if (pair.Sampled is { } sampled)
        {
            AddSampled(evidence, sampled.Span);
        }

        ReadOnlySpan<float> mean = evidence[Evidence.Mean];
        Span<float> rule = evidence[Evidence.Rule];
        foreach ((Link link, float probability) in links)
        {
            int cell = evidence.Cell(link.Source, link.Target);
            rule[cell] = mean[cell] < probability ? probability : 0;
        }

        evidence.Set(Evidence.Prior, pair.Prior ?? []);
        workspace.Features.Begin(evidence);
    }

    private static void AddPosteriors(PairEvidence evidence, DecoderWorkspace workspace)
    {
        Span<float> forward = evidence[Evidence.Forward], reverse = evidence[Evidence.Reverse];
        ReadOnlySpan<float> byTarget = workspace.Forward.Posteriors, bySource = workspace.Reverse.Posteriors;
        int byTargetStride = workspace.Forward.Stride, bySourceStride = workspace.Reverse.Stride;
        for (int i = 0; i < evidence.SourceLength; i++)
        {
            int row = evidence.Cell(i, 0);
            bySource.Slice(i * bySourceStride, evidence.TargetLength).CopyTo(reverse[row..]);
            for (int j = 0; j < evidence.TargetLength; j++)
            {
                forward[row + j] = byTarget[(j * byTargetStride) + i];
            }
        }

        TensorPrimitives.Add(forward, reverse, evidence[Evidence.Mean]);
        TensorPrimitives.Multiply(evidence[Evidence.Mean], 0.5f, evidence[Evidence.Mean]);
        forward.CopyTo(evidence[Evidence.SampledForward]);
        reverse.CopyTo(evidence[Evidence.SampledReverse]);
    }

    /// <summary>Tells apart what the posteriors are the average of.</summary>
    private static void AddSampled(PairEvidence evidence, ReadOnlySpan<SampledLink> sampled)
    {
        Span<float> forward = evidence[Evidence.SampledForward], reverse = evidence[Evidence.SampledReverse];
        forward.Clear();
        reverse.Clear();
        foreach (SampledLink link in sampled)
        {
            int cell = evidence.Cell(link.Source, link.Target);
            (forward[cell], reverse[cell]) = ((float)link.Forward, (float)link.Reverse);
        }

        Separate(evidence[Evidence.Forward], forward);
        Separate(evidence[Evidence.Reverse], reverse);
    }

    private static void Separate(Span<float> average, ReadOnlySpan<float> sampled)
    {
        const float share = DecoderWorkspace.SampledShare;
        for (int cell = 0; cell < average.Length; cell++)
        {
            average[cell] = Math.Max(0, (average[cell] - (share * sampled[cell])) / (1 - share));
        }
    }
}
