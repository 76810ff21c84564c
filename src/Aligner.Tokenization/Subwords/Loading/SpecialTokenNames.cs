using Aligner.Tokenization.Subwords.Models;

namespace Aligner.Tokenization.Subwords.Loading;

/// <summary>Finds the special tokens by the spellings that encoders give them.</summary>
internal static class SpecialTokenNames
{
    public static SpecialTokenIds Find(PieceVocabulary vocabulary, IReadOnlyList<AddedToken> added)
    {
        return new SpecialTokenIds(
            IdOf("[CLS]", "<s>"),
            IdOf("[SEP]", "</s>"),
            IdOf("[PAD]", "<pad>"),
            IdOf("[MASK]", "<mask>"),
            IdOf("[UNK]", "<unk>"));

        int? IdOf(params ReadOnlySpan<string> names)
        {
            foreach (string name in names)
            {
                if (added.FirstOrDefault(token => token.Content == name) is AddedToken token)
                {
                    return token.Id;
                }

                if (vocabulary.Find(name) is >= 0 and int id)
                {
                    return id;
                }
            }

            return null;
        }
    }
}
