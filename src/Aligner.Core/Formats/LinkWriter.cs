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

    /// <summary>Writes a word index.</summary>
    public void WriteIndex(int index) => output.Write(ToIndex(index));

    /// <summary>Writes a probability with at most six decimals, for example <c>0.25</c> or <c>1</c>.</summary>
    public void WriteProbability(float probability) => output.Write(probability, "0.######");
}
