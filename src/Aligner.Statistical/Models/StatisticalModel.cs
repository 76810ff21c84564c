using Aligner.Statistical.Corpora;
using Aligner.Statistical.Directions;
using Aligner.Statistical.Inflections;
using Aligner.Statistical.Methods;
using Aligner.Tokenization.Words;

namespace Aligner.Statistical.Models;

/// <summary>A trained model with all that is needed to align new text.</summary>
/// <param name="Method">The method that trained it.</param>
/// <param name="Text">How lines become words.</param>
/// <param name="MaxLength">Pairs with more tokens on a side are left out.</param>
/// <param name="SourceVocabulary">Source word types.</param>
/// <param name="TargetVocabulary">Target word types.</param>
/// <param name="SourceFrequencies">How often source words came.</param>
/// <param name="TargetFrequencies">How often target words came.</param>
/// <param name="Directions">The models of both directions.</param>
/// <param name="Inflections">Which inflections translate words of the other language.</param>
public sealed record StatisticalModel(
    StatisticalMethod Method,
    TextOptions Text,
    int MaxLength,
    Vocabulary SourceVocabulary,
    Vocabulary TargetVocabulary,
    WordFrequencies SourceFrequencies,
    WordFrequencies TargetFrequencies,
    DirectionalModels Directions,
    InflectionModel Inflections)
{
    /// <summary>The encoder that reads what is aligned; null, the default, for none.</summary>
    public ModelEncoder? Encoder { get; init; }

    /// <summary>
    /// The number of usable pairs that it was trained on, with those of the models that it goes on from; 0, the
    /// default, if it is not known.
    /// </summary>
    public long Pairs { get; init; }

    /// <summary>Whether there was no word to learn from.</summary>
    public bool IsEmpty => SourceVocabulary.Count == 0 || TargetVocabulary.Count == 0;

    /// <summary>This model with what it keeps, as it is, of the model that it goes on from.</summary>
    public StatisticalModel GoingOnFrom(StatisticalModel earlier) => this with
    {
        SourceFrequencies =
            SourceFrequencies.With(earlier.SourceFrequencies, earlier.SourceVocabulary, SourceVocabulary),
        TargetFrequencies =
            TargetFrequencies.With(earlier.TargetFrequencies, earlier.TargetVocabulary, TargetVocabulary),
        Inflections = Inflections.With(earlier.Inflections),
        Encoder = Encoder ?? earlier.Encoder,
        Pairs = Pairs + earlier.Pairs,
    };

    /// <summary>An encoder of text for this model.</summary>
    public PairEncoder CreateEncoder() =>
        new(Text, SourceVocabulary, TargetVocabulary, Directions.Factoring, MaxLength);
}
