using Aligner.Cli.Inputs;
using Aligner.Core;
using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Core.Evaluation;
using Aligner.Core.Formats;
using Aligner.Core.Text;
using Aligner.Neural.Embeddings;
using Aligner.Neural.Encoders;
using Aligner.Neural.Models;
using Aligner.Neural.OnnxRuntime;
using Aligner.Similarity;
using Aligner.Similarity.Extraction;
using Aligner.Tokenization.Normalization;

namespace Aligner.Cli.Finetuning;

/// <summary>Pairs with gold links, to see how well an encoder aligns while it learns.</summary>
internal sealed class DevSet
{
    private readonly List<TokenizedPair> _pairs;
    private readonly List<GoldAlignment> _gold;

    /// <summary>Reads both.</summary>
    /// <exception cref="DataException">They differ in length, or a link lies outside its pair.</exception>
    public DevSet(string bitext, string gold, Func<SentencePair, TokenizedPair> split)
    {
        using LineReader lines = TextInput.Open(gold);
        NamedInput<SentencePair> pairs = new(bitext, Lockstep.Pairs(BitextReader.Open(bitext)));
        NamedInput<AnnotatedAlignment> links =
            new(gold, AlignmentFormats.Get("pharaoh").Read(lines, new FormatOptions()));
        (_pairs, _gold) = ([], []);
        foreach ((SentencePair pair, AnnotatedAlignment alignment) in Lockstep.Read(pairs, links))
        {
            TokenizedPair tokens = split(pair);
            Lockstep.RequireInside(gold, pair.Line, alignment.Links.Select(link => link.Link), tokens);
            _pairs.Add(tokens);
            _gold.Add(alignment.ToGold());
        }
    }

    /// <summary>The alignment error rate of a model, from 0 to 1.</summary>
    public double ErrorRate(ModelFolder model, int threads, CancellationToken cancellation)
    {
        EncoderOptions options = new() { Session = new SessionSettings { Threads = 1 } };
        using ContextualEmbedder embedder = new(model, options, new WordNormalizer(new NormalizationOptions()));
        LinkSettings links = model.Manifest.Links!;
        SimilarityAligner aligner = new(
            [embedder],
            LinkExtractors.Get(links.Extract).Create(links.Extraction),
            new SimilarityOptions { Level = links.Level, Measure = links.Measure, Distortion = links.Distortion },
            threads);
        return LinkCounts.Sum([.. aligner.Align(_pairs, cancellation).Zip(_gold, LinkCounts.Count)]).Aer;
    }
}
