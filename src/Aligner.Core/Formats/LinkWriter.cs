using Aligner.Core.Corpora;
using Aligner.Core.Text;

namespace Aligner.Core.Formats;

/// <summary>Text output that puts the index base on.</summary>
/// <param name="output">Where the text goes.</param>
/// <param name="indexBase">The index of the first word in the file.</param>
internal sealed class LinkWriter(TextOutput output, int indexBase)
{
    public TextOutput Output => output;

    public int IndexBase => indexBase;

    /// <summary>The index as it stands in the file.</summary>
    /// <exception cref="DataException">It is larger than any number that readers take.</exception>
    public int ToIndex(int index) => index <= int.MaxValue - indexBase
        ? index + indexBase
        : throw new DataException(
            $"{output.Name}: index {index} is too large where words are counted from {indexBase}");

    /// <summary>The words of a pair, for formats that print them.</summary>
    /// <exception cref="ArgumentException">There are none.</exception>
    /// <exception cref="DataException">A link is outside of them.</exception>
    public static TokenizedPair RequireTokens(AnnotatedAlignment alignment, string format)
    {
        TokenizedPair tokens = alignment.Tokens
            ?? throw new ArgumentException($"the {format} format needs the words of each pair", nameof(alignment));
        foreach (AnnotatedLink annotated in alignment.Links)
        {
            if (annotated.Link.Source >= tokens.Source.Count || annotated.Link.Target >= tokens.Target.Count)
            {
                throw new DataException(
                    $"link {annotated.Link} in a pair of {tokens.Source.Count} and {tokens.Target.Count} words");
            }
        }

        return tokens;
    }

    /// <summary>Writes the links as <c>0-0 1-2</c>, without their annotations.</summary>
    /// <param name="alignment">The links.</param>
    /// <param name="suffix">What follows each of them.</param>
    public void WriteLinks(AnnotatedAlignment alignment, string suffix = "")
    {
        bool isFirst = true;
        foreach (AnnotatedLink annotated in alignment.Links)
        {
            output.Write(isFirst ? "" : " ");
            isFirst = false;
            WriteIndex(annotated.Link.Source);
            output.Write('-');
            WriteIndex(annotated.Link.Target);
            output.Write(suffix);
        }
    }

    /// <summary>Writes a word index.</summary>
    public void WriteIndex(int index) => output.Write(ToIndex(index));

    /// <summary>Writes a probability with at most six decimals, for example <c>0.25</c> or <c>1</c>.</summary>
    public void WriteProbability(float probability) => output.Write(probability, "0.######");
}
