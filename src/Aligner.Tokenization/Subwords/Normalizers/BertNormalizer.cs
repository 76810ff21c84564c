using System.Text;

namespace Aligner.Tokenization.Subwords.Normalizers;

/// <summary>The cleaning of BERT (Devlin et al. 2019): no controls, plain spaces, ideographs apart.</summary>
internal sealed class BertNormalizer : INormalizer
{
    private readonly bool _cleanText;
    private readonly bool _separateIdeographs;
    private readonly SequenceNormalizer _rest;

    /// <param name="cleanText">Drop control characters, turn white space into spaces.</param>
    /// <param name="separateIdeographs">Put a space on both sides of each ideograph.</param>
    /// <param name="stripAccents">Decompose and drop nonspacing marks.</param>
    /// <param name="lowercase">Lower-case.</param>
    public BertNormalizer(bool cleanText, bool separateIdeographs, bool stripAccents, bool lowercase)
    {
        _cleanText = cleanText;
        _separateIdeographs = separateIdeographs;
        List<INormalizer> rest = [];
        if (stripAccents)
        {
            rest.Add(new UnicodeNormalizer(NormalizationForm.FormD));
            rest.Add(new FilterNormalizer(RuneClasses.IsNonspacingMark));
        }

        if (lowercase)
        {
            rest.Add(new LowercaseNormalizer());
        }

        _rest = new SequenceNormalizer(rest);
    }

    public void Normalize(AlignedText text)
    {
        if (text.Chars.ContainsAnyExceptInRange(' ', '~'))
        {
            Clean(text);
        }

        _rest.Normalize(text);
    }

    private void Clean(AlignedText text)
    {
        ReadOnlySpan<char> chars = text.Chars;
        for (int i = 0; i < chars.Length;)
        {
            Rune rune = RuneClasses.At(chars, i);
            int end = i + rune.Utf16SequenceLength;
            if (_cleanText && (RuneClasses.IsControl(rune) || rune == Rune.ReplacementChar))
            {
                // Dropped. Vertical tab, form feed and U+0085 are controls here, not white space.
            }
            else if (_cleanText && RuneClasses.IsWhiteSpace(rune))
            {
                text.Replace(i, end, " ");
            }
            else if (_separateIdeographs && RuneClasses.IsIdeograph(rune))
            {
                text.Replace(i, end, " ");
                text.Keep(i, end);
                text.Replace(i, end, " ");
            }
            else
            {
                text.Keep(i, end);
            }

            i = end;
        }

        text.Commit();
    }
}
