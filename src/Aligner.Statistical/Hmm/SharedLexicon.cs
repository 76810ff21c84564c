using System.Runtime.InteropServices;
using Aligner.Statistical.Inference;
using Aligner.Statistical.Lexicon;
using Aligner.Statistical.Numerics;
using Aligner.Statistical.Training;

namespace Aligner.Statistical.Hmm;

/// <summary>
/// The lexical parameters of both directions while they are trained by agreement. Both have the same expected counts
/// c(e,f), so one array serves both: t(f|e) = c(e,f) / Σ_f c(e,f) and t(e|f) = c(e,f) / Σ_e c(e,f). Pseudo-counts are
/// added in each M-step, which finds the mode under a Dirichlet prior. With factors, an emission is the geometric mean
/// of what their values have; it is found once an iteration for each word pair.
/// </summary>
internal sealed class SharedLexicon
{
    /// <summary>Emissions whose roots are taken at once: whole vectors.</summary>
    private const int EmissionsPerTask = 1 << 13;

    private readonly CellWindow _cells;
    private readonly CooccurrenceIndex _index;
    private readonly FactorLexicon[] _factors;
    private readonly Emission[] _emissions;
    private readonly LexicalCounts _counts;
    private readonly LexicalCounts _sourceNull;
    private readonly LexicalCounts _targetNull;

    /// <param name="cells">The word pairs.</param>
    /// <param name="factors">The words as they are, then their other factors.</param>
    /// <param name="parallel">Degree of parallelism and cancellation.</param>
    public SharedLexicon(CellWindow cells, IReadOnlyList<FactorLexicon> factors, ParallelOptions parallel)
    {
        _cells = cells;
        _index = cells.Index;
        _factors = [.. factors];
        _emissions = new Emission[(_index.EntryCount + EmissionsPerTask - 1) / EmissionsPerTask * EmissionsPerTask];
        _counts = new LexicalCounts(_index.EntryCount);
        _sourceNull = new LexicalCounts(_index.Corpus.SourceVocabulary.Count);
        _targetNull = new LexicalCounts(_index.Corpus.TargetVocabulary.Count);
        if (_index.EntryCount > 1)
        {
            _emissions.AsSpan().Fill(Product(factor => factor.Emit(count: 1, source: 0, target: 0))); // as all words
            TakeRoots(parallel);
        }
    }

    /// <summary>Fills the lattices of both directions with the probabilities of a training pair.</summary>
    public void Emit(int pair, Lattice forward, Lattice reverse)
    {
        ReadOnlySpan<int> source = _index.Corpus.Source(pair);
        ReadOnlySpan<int> target = _index.Corpus.Target(pair);
        forward.Resize(source.Length, target.Length);
        reverse.Resize(target.Length, source.Length);
        AgreementKernel.Emit(
            _emissions,
            _cells[pair],
            source.Length,
            forward.Emissions,
            forward.Stride,
            reverse.Emissions,
            reverse.Stride);
        foreach (FactorLexicon factor in _factors)
        {
            factor.Target.MultiplyNull(target, factor.Source.Floor, forward.NullEmissions);
            factor.Source.MultiplyNull(source, factor.Target.Floor, reverse.NullEmissions);
        }

        if (_factors.Length > 1)
        {
            Roots.Take(forward.NullEmissions, _factors.Length);
            Roots.Take(reverse.NullEmissions, _factors.Length);
        }
    }

    /// <summary>
    /// Adds the agreed posteriors p(i–j | forward) · p(i–j | reverse) of a training pair (Liang, Taskar and Klein
    /// 2006, eq. 5), and each direction's own posteriors of NULL.
    /// </summary>
    public void Collect(int pair, AgreementRows rows, AgreementCounts counts)
    {
        ReadOnlySpan<int> cells = _cells[pair];
        foreach ((int cell, float posterior) in rows.Agreed)
        {
            counts.Links.Add(cells[cell], posterior);
        }

        Collect(_index.Corpus.Target(pair), rows.ForwardNull, counts.ForwardNull);
        Collect(_index.Corpus.Source(pair), rows.ReverseNull, counts.ReverseNull);
    }

    /// <summary>Adds what the chunks collected, in their order, to the expected counts.</summary>
    public void Add(IReadOnlyList<AgreementCounts> chunks, ParallelOptions parallel)
    {
        _counts.Add([.. chunks.Select(chunk => chunk.Links)], parallel);
        _targetNull.Add([.. chunks.Select(chunk => chunk.ForwardNull)], parallel);
        _sourceNull.Add([.. chunks.Select(chunk => chunk.ReverseNull)], parallel);
    }

    /// <summary>Forgets the counts, before an E-step.</summary>
    public void Clear()
    {
        _counts.Clear();
        _sourceNull.Clear();
        _targetNull.Clear();
    }

    /// <summary>The M-step.</summary>
    public void Maximize(ParallelOptions parallel)
    {
        Parallel.ForEach(
            _factors, parallel, factor => factor.Maximize(_counts.Values, _sourceNull.Values, _targetNull.Values));
        _emissions.AsSpan().Fill(Emission.One);
        foreach (FactorLexicon factor in _factors)
        {
            factor.Multiply(_counts.Values, _emissions, parallel);
        }

        if (_index.EntryCount > 1)
        {
            _emissions[CooccurrenceIndex.Pruned] = Product(factor => factor.Least);
        }

        TakeRoots(parallel);
    }

    /// <summary>The tables t(f|e) and t(e|f) of the trained models, for each factor.</summary>
    public IReadOnlyList<(LexicalTable Forward, LexicalTable Reverse)> ToTables() =>
        [.. _factors.Select(factor => factor.ToTables(_counts.Values))];

    private static void Collect(ReadOnlySpan<int> words, ReadOnlySpan<float> posteriors, CountBuffer counts)
    {
        for (int k = 0; k < words.Length; k++)
        {
            counts.Add(words[k], posteriors[k]);
        }
    }

    private Emission Product(Func<FactorLexicon, Emission> emission) =>
        _factors.Aggregate(Emission.One, (product, factor) => product.Times(emission(factor)));

    private void TakeRoots(ParallelOptions parallel)
    {
        if (_factors.Length > 1)
        {
            Parallel.For(0, _emissions.Length / EmissionsPerTask, parallel, task => Roots.Take(
                MemoryMarshal.Cast<Emission, float>(_emissions.AsSpan(task * EmissionsPerTask, EmissionsPerTask)),
                _factors.Length));
        }
    }
}
