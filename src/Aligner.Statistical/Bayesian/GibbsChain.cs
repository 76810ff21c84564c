using Aligner.Statistical.Numerics;

namespace Aligner.Statistical.Bayesian;

/// <summary>
/// One Markov chain over the links of one direction: the Bayesian HMM with fertility of Östling and Tiedemann (2016),
/// with t(f|e) collapsed. A chain is sequential and has its own random numbers, so that its course depends on nothing
/// else that runs.
/// </summary>
/// <remarks>
/// Unlike efmaral and eflomal, words back off to classes of words (so that rare ones learn from their relatives), jumps
/// are normalized over the positions that can be reached, and fertilities are shared by rare words.
/// </remarks>
internal sealed class GibbsChain
{
    private readonly DirectedText _text;
    private readonly BayesOptions _options;
    private readonly IReadOnlyList<(int Source, int Target, int Links)> _known;
    private readonly ChainLinks _links;
    private readonly LexicalState _lexicon;
    private readonly JumpDistribution _jumps;
    private readonly FertilityTable _fertilities;
    private readonly SourcePositions _positions;
    private readonly float _nullProbability;
    private readonly float _linkProbability;
    private readonly float[] _weights;
    private readonly int[] _fertility;
    private int[] _next = [];
    private Xoshiro256 _random;

    /// <param name="text">The text.</param>
    /// <param name="options">Priors and the seed.</param>
    /// <param name="known">
    /// Word pairs of the forward direction that count as linked so many times more than they are.
    /// </param>
    /// <param name="links">The first links; the chain goes on in them.</param>
    public GibbsChain(
        DirectedText text,
        BayesOptions options,
        IReadOnlyList<(int Source, int Target, int Links)> known,
        ChainLinks links)
    {
        _text = text;
        _options = options;
        _known = known;
        _links = links;
        _lexicon = new LexicalState(text, options, known);
        _jumps = new JumpDistribution(text.LongestSource, options);
        _fertilities = new FertilityTable(text.SourceWordCount, options);
        _positions = new SourcePositions(text, _lexicon, _fertilities);
        _nullProbability = (float)options.NullProbability;
        _linkProbability = 1 - _nullProbability;
        _weights = new float[text.LongestSource + GibbsKernel.Padding];
        _fertility = new int[text.LongestSource];
        _random = new Xoshiro256(options.Seed, links.Stream);
    }

    /// <summary>Counts the first links. To be called once.</summary>
    public void CountLinks() => CountLinks(_lexicon);

    /// <summary>Resamples each link once.</summary>
    public void Sweep(CancellationToken cancellation)
    {
        for (int pair = 0; pair < _text.PairCount; pair++)
        {
            cancellation.ThrowIfCancellationRequested();
            Resample(pair, []);
        }
    }

    /// <summary>Takes jumps and fertilities over from the links.</summary>
    public void UpdateTables()
    {
        _jumps.Clear();
        _fertilities.Clear();
        for (int pair = 0; pair < _text.PairCount; pair++)
        {
            CountTables(_text.Source(pair), _links[pair]);
        }

        _jumps.Update();
        _fertilities.Update();
    }

    /// <summary>Resamples each link of a pair once.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="marginals">
    /// Empty, or where the distribution that each link is drawn from is added (Rao-Blackwell): j·n + i.
    /// </param>
    public void Resample(int pair, Span<float> marginals)
    {
        ReadOnlySpan<int> source = _text.Source(pair);
        ReadOnlySpan<int> target = _text.Target(pair);
        Span<short> links = _links[pair];
        int n = source.Length;
        ReadOnlySpan<int> next = NextLinks(links, n);
        Span<float> weights = _weights;
        _positions.Load(source, links);
        weights.Slice(n, GibbsKernel.Padding).Clear();
        int last = -1;
        for (int j = 0; j < target.Length; j++)
        {
            Count(links[j], target[j], -1);
            JumpVectors jumps = _jumps.From(last, next[j], n);
            _lexicon.Weights(
                source, _positions.Classes, target[j], _positions.Scales, _positions.ClassScales, weights);
            float linked = _linkProbability
                * GibbsKernel.PositionWeights(jumps, _positions.FertilityRatios, n, weights);
            float unlinked = _nullProbability * _lexicon.Null(target[j]) * jumps.To(next[j]);
            float threshold = _random.NextSingle() * (linked + unlinked) / _linkProbability;
            links[j] = (short)GibbsKernel.Draw(weights[..n], threshold);
            if (!marginals.IsEmpty)
            {
                AddScaled(_linkProbability / (linked + unlinked), weights[..n], marginals.Slice(j * n, n));
            }

            Count(links[j], target[j], 1);
            last = links[j] == ChainLinks.Null ? last : links[j];
        }
    }

    /// <summary>Whether the counts are those of the links.</summary>
    internal bool IsConsistent()
    {
        LexicalState recounted = new(_text, _options, _known);
        CountLinks(recounted);
        return recounted.HasCountsOf(_lexicon);
    }

    private void Count(short link, int targetWord, int change)
    {
        if (link == ChainLinks.Null)
        {
            _lexicon.CountNull(targetWord, change);
        }
        else
        {
            _positions.Count(link, targetWord, change);
        }
    }

    private void CountLinks(LexicalState lexicon)
    {
        for (int pair = 0; pair < _text.PairCount; pair++)
        {
            ReadOnlySpan<int> source = _text.Source(pair);
            ReadOnlySpan<int> target = _text.Target(pair);
            ReadOnlySpan<short> links = _links[pair];
            for (int j = 0; j < links.Length; j++)
            {
                if (links[j] == ChainLinks.Null)
                {
                    lexicon.CountNull(target[j], 1);
                }
                else
                {
                    lexicon.Count(source[links[j]], target[j], 1);
                }
            }
        }
    }

    private void CountTables(ReadOnlySpan<int> source, ReadOnlySpan<short> links)
    {
        Span<int> fertility = _fertility.AsSpan(0, source.Length);
        fertility.Clear();
        int last = -1;
        foreach (short link in links)
        {
            if (link != ChainLinks.Null)
            {
                fertility[link]++;
                _jumps.Count(link - last);
                last = link;
            }
        }

        if (last >= 0)
        {
            _jumps.Count(source.Length - last);
        }

        for (int i = 0; i < source.Length; i++)
        {
            _fertilities.Count(source[i], fertility[i]);
        }
    }

    /// <summary>For each target word, the next linked position to its right, or n.</summary>
    private ReadOnlySpan<int> NextLinks(ReadOnlySpan<short> links, int n)
    {
        if (_next.Length < links.Length)
        {
            _next = new int[links.Length * 2];
        }

        int next = n;
        for (int j = links.Length - 1; j >= 0; j--)
        {
            _next[j] = next;
            next = links[j] == ChainLinks.Null ? next : links[j];
        }

        return _next.AsSpan(0, links.Length);
    }

    private static void AddScaled(float factor, ReadOnlySpan<float> weights, Span<float> sums)
    {
        for (int i = 0; i < weights.Length; i++)
        {
            sums[i] += factor * weights[i];
        }
    }
}
