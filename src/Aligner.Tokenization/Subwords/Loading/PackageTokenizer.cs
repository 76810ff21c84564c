using Aligner.Tokenization.Subwords.Models;
using Aligner.Tokenization.Subwords.Normalizers;
using Aligner.Tokenization.Subwords.PostProcessing;
using Microsoft.ML.Tokenizers;

namespace Aligner.Tokenization.Subwords.Loading;

/// <summary>Makes a subword tokenizer of one of Microsoft.ML.Tokenizers.</summary>
internal static class PackageTokenizer
{
    /// <inheritdoc cref="SubwordTokenizer.Of" />
    public static SubwordTokenizer Wrap(Tokenizer tokenizer, IReadOnlyDictionary<string, int> vocabulary)
    {
        PieceVocabulary pieces = new(ById(vocabulary));
        SpecialTokenIds special = SpecialTokenNames.Find(pieces, [], JsonSection.Absent);
        return new SubwordTokenizer(
            new SubwordPipeline(
                new SequenceNormalizer([]), PreTokenizerJson.WhiteSpace(), new PackageModel(tokenizer, pieces), []),
            Template(pieces, special),
            special,
            [],
            Decode);

        IReadOnlyList<string> Decode(IReadOnlyList<string> spellings) =>
            [tokenizer.Decode(spellings.Where(vocabulary.ContainsKey).Select(piece => vocabulary[piece]))];
    }

    private static SequenceTemplate Template(PieceVocabulary pieces, SpecialTokenIds special) =>
        special is not { Cls: int cls, Sep: int sep } ? SequenceTemplate.Bare
        : pieces[cls] == "[CLS]" ? SequenceTemplate.Bert(cls, sep)
        : SequenceTemplate.Roberta(cls, sep);

    private static string[] ById(IReadOnlyDictionary<string, int> vocabulary)
    {
        int last = vocabulary.Values.Append(-1).Max();
        if (last - vocabulary.Count >= ModelJson.MaxGap)
        {
            throw new ArgumentException($"has the id {last}, but {vocabulary.Count} pieces", nameof(vocabulary));
        }

        string[] pieces = new string[last + 1];
        Array.Fill(pieces, string.Empty);
        foreach ((string piece, int id) in vocabulary)
        {
            if (id < 0 || pieces[id].Length > 0)
            {
                throw new ArgumentException($"has the id {id} twice, or a negative one", nameof(vocabulary));
            }

            pieces[id] = piece;
        }

        return pieces;
    }
}
