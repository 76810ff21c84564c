using Aligner.Core;
using Aligner.Core.Text;
using Aligner.Tokenization.Subwords.Models;
using Aligner.Tokenization.Subwords.Normalizers;
using Aligner.Tokenization.Subwords.PostProcessing;

namespace Aligner.Tokenization.Subwords.Loading;

/// <summary>Reads a BERT <c>vocab.txt</c>: a piece a line, whose number from 0 is its id.</summary>
internal static class VocabularyFile
{
    private static readonly string[] SpecialTokens = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"];

    /// <param name="name">What messages call the file.</param>
    /// <param name="content">The file.</param>
    /// <param name="config">
    /// <c>tokenizer_config.json</c>. Where it does not say <c>do_lower_case</c>, text is lower-cased if no piece has a
    /// capital.
    /// </param>
    /// <exception cref="DataException">The file is empty, or special tokens are missing.</exception>
    public static SubwordTokenizer Read(string name, Stream content, JsonSection config)
    {
        List<string> pieces = [];
        using (LineReader reader = new(content, name))
        {
            while (reader.ReadLine() is string line)
            {
                pieces.Add(line);
            }
        }

        PieceVocabulary vocabulary = new([.. pieces]);
        AddedToken[] added = [.. SpecialTokens.Select(token => new AddedToken(IdOf(token), token))];
        bool lowercase = config["do_lower_case"].Flag(!pieces.Exists(HasCapital));
        BertNormalizer normalizer = new(
            cleanText: true,
            config["tokenize_chinese_chars"].Flag(true),
            config["strip_accents"].Flag(lowercase),
            lowercase);
        WordPieceModel model = new(vocabulary, IdOf("[UNK]"));
        return new SubwordTokenizer(
            new SubwordPipeline(normalizer, PreTokenizerJson.Bert(), model, added),
            SequenceTemplate.Bert(IdOf("[CLS]"), IdOf("[SEP]")),
            SpecialTokenNames.Find(vocabulary, added),
            added);

        int IdOf(string token) => vocabulary.Find(token) is >= 0 and int id
            ? id : throw new DataException(name, 0, $"lacks the piece {token}, so it is no vocabulary of BERT");
    }

    /// <summary>Not the capitals of special tokens, nor ℝ and its like, which have no small letter.</summary>
    private static bool HasCapital(string piece) =>
        piece[..Math.Min(1, piece.Length)] is not ("[" or "<") && piece.Any(c => char.ToLowerInvariant(c) != c);
}
