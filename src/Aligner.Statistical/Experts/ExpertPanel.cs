using Aligner.Combination.Deciders;
using Aligner.Combination.Evidence;
using Aligner.Statistical.Corpora;
using Aligner.Statistical.Directions;
using Aligner.Statistical.Inflections;
using Aligner.Statistical.Models;
using Aligner.Tokenization.Copies;

namespace Aligner.Statistical.Experts;

/// <summary>The experts of a model that a decider needs. Threads can share it.</summary>
internal sealed class ExpertPanel
{
    private readonly ILinkExpert[] _experts;
    private readonly PairWords? _copies;
    private readonly WordTraitTable? _sourceTraits;
    private readonly WordTraitTable? _targetTraits;

    private ExpertPanel(
        IEnumerable<ILinkExpert> experts, PairWords? copies = null, StatisticalModel? describesWords = null)
    {
        _experts = [.. experts];
        _copies = copies;
        Experts = [.. _experts.Select(expert => expert.About)];
        if (describesWords is { } model)
        {
            _sourceTraits = new WordTraitTable(model.SourceVocabulary, model.SourceFrequencies);
            _targetTraits = new WordTraitTable(model.TargetVocabulary, model.TargetFrequencies);
        }
    }

    /// <summary>The experts, in the order in which they judge.</summary>
    public IReadOnlyList<Expert> Experts { get; }

    /// <summary>The posteriors of a model's directions and of the samplers.</summary>
    public static ExpertPanel Of(DirectionalModels models) => new(Posteriors(models));

    /// <summary>The experts for a decider.</summary>
    /// <param name="model">The model.</param>
    /// <param name="decision">How the decider decides.</param>
    /// <param name="inflections">Whether the rules of inflection apply.</param>
    public static ExpertPanel For(StatisticalModel model, DecisionOptions decision, bool inflections)
    {
        DirectionalModels models = model.Directions;
        InflectionModel rules = inflections ? model.Inflections : InflectionModel.None;
        PairWords words = new(model.SourceVocabulary, model.TargetVocabulary);
        InflectionExpert inflection = new(rules, words);
        PairWords? copies = model.Method.ReadsSpelling ? words : null;
        return decision switch
        {
            HeuristicOptions { Threshold: null } => new(
            [
                .. Posteriors(models),
                new BestAlignmentExpert(models.Forward, isReverse: false),
                new BestAlignmentExpert(models.Reverse, isReverse: true),
            ], copies),
            HeuristicOptions => new(Posteriors(models), copies),
            MergeOptions => new([.. Posteriors(models), inflection], copies),
            _ => new([.. Posteriors(models), inflection, new EncoderExpert()], copies, describesWords: model),
        };
    }

    /// <summary>Lets the experts judge a pair.</summary>
    public void Judge(EncodedPair encoded, JudgedPair pair)
    {
        pair.Begin(encoded);
        PairEvidence evidence = pair.Evidence;
        if (_copies is not null)
        {
            evidence.Settle(VerbatimCopies.Find(_copies.Of(encoded)));
        }

        if (_sourceTraits is not null && _targetTraits is not null)
        {
            evidence.Describe(_sourceTraits.Of(encoded.Source), _targetTraits.Of(encoded.Target));
        }

        for (int k = 0; k < _experts.Length; k++)
        {
            if (_experts[k].Knows(pair))
            {
                _experts[k].Judge(pair, evidence.Judge(k));
                evidence.Correct(k);
            }
        }
    }

    private static IEnumerable<ILinkExpert> Posteriors(DirectionalModels models) =>
    [
        new ModelExpert(models.Forward, isReverse: false),
        new ModelExpert(models.Reverse, isReverse: true),
        new SamplerExpert(isReverse: false),
        new SamplerExpert(isReverse: true),
    ];
}
