using Aligner.Core;
using Aligner.Core.Text;
using Aligner.Tokenization.Subwords.Decoders;
using Aligner.Tokenization.Subwords.Models;
using Aligner.Tokenization.Subwords.Normalizers;
using Aligner.Tokenization.Subwords.PostProcessing;

namespace Aligner.Tokenization.Subwords.Loading;

/// <summary>Reads a BERT <c>vocab.txt</c>: a piece a line, whose number from 0 is its id.</summary>
internal static class VocabularyFile
{
    /// <param name="name">What messages call the file.</param>
    /// <param name="content">The file.</param>
    /// <param name="settings">
    /// The other files of its folder. Where <c>tokenizer_config.json</c> does not say <c>do_lower_case</c>, text is
    /// lower-cased if no piece has a capital.
    /// </param>
    /// <exception cref="DataException">The file is empty, or special tokens are missing.</exception>
    public static SubwordTokenizer Read(string name, Stream content, FolderSettings settings)
    {
        JsonSection config = settings.Tokenizer;
        JsonSection map = settings.SpecialTokens;
        List<string> pieces = [];
        using (LineReader reader = new(content, name))
        {
            while (reader.ReadLine() is string line)
            {
                pieces.Add(line);
            }
        }

        PieceVocabulary vocabulary = new([.. pieces]);
        AddedToken cls = Special(SpecialTokenNames.Cls, "[CLS]");
        AddedToken sep = Special(SpecialTokenNames.Sep, "[SEP]");
        AddedToken unknown = Special(SpecialTokenNames.Unk, "[UNK]");
        AddedToken[] added =
        [
            cls, sep, unknown, Special(SpecialTokenNames.Pad, "[PAD]"), Special(SpecialTokenNames.Mask, "[MASK]"),
        ];
        bool lowercase = config["do_lower_case"].Flag(!pieces.Exists(HasCapital));
        BertNormalizer normalizer = new(
            cleanText: true,
            config["tokenize_chinese_chars"].Flag(true),
            config["strip_accents"].Flag(lowercase),
            lowercase);
        WordPieceModel model = new(vocabulary, unknown.Id);
        return new SubwordTokenizer(
            new SubwordPipeline(normalizer, PreTokenizerJson.Bert(), model, added),
            SequenceTemplate.Bert(cls.Id, sep.Id),
            SpecialTokenNames.Find(vocabulary, added, map),
            added,
            PieceDecoders.WordPiece("##", cleansUp: true));

        AddedToken Special(string role, string usual)
        {
            string token = SpecialTokenNames.Spelling(map, role) ?? usual;
            return vocabulary.Find(token) is >= 0 and int id
                ? new AddedToken(id, token)
                : throw new DataException(name, 0, $"lacks the piece {token}, so it is no vocabulary of BERT");
        }
    }

    /// <summary>Not the capitals of special tokens, nor ℝ and its like, which have no small letter.</summary>
    private static bool HasCapital(string piece) =>
        piece[..Math.Min(1, piece.Length)] is not ("[" or "<") && piece.Any(c => char.ToLowerInvariant(c) != c);
}
