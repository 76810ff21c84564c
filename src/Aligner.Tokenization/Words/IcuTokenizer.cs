using System.Buffers;
using Icu;

namespace Aligner.Tokenization.Words;

/// <summary>
/// Splits as <see cref="UnicodeTokenizer"/> does, and joins the characters of scripts without blanks to words by the
/// dictionaries of the ICU library that the system has. Where it has none, they stay characters.
/// </summary>
/// <remarks>The words depend on the version of ICU.</remarks>
public sealed class IcuTokenizer : ITokenizer
{
    private const int OldestVersion = 44, NewestVersion = 90;

    private static readonly UnicodeTokenizer Words = new();

    [ThreadStatic]
    private static BreakIterator? _breaks;

    /// <summary>Whether the system has an ICU library.</summary>
    public static bool IsAvailable { get; } = TryFind();

    /// <inheritdoc />
    public string Name => "icu";

    /// <inheritdoc />
    public void Tokenize(ReadOnlySpan<char> text, List<TokenSpan> tokens)
    {
        int first = tokens.Count;
        Words.Tokenize(text, tokens);
        if (IsAvailable && HasNeighbors(text, tokens, first))
        {
            Join(text, tokens, first);
        }
    }

    private static bool TryFind()
    {
        try
        {
            Wrapper.ConfineIcuVersions(OldestVersion, NewestVersion);
            return Wrapper.IcuVersion.Length > 0;
        }
        catch (Exception exception) when (exception is IOException or DllNotFoundException
            or EntryPointNotFoundException or BadImageFormatException or TypeInitializationException)
        {
            return false;
        }
    }

    private static bool HasNeighbors(ReadOnlySpan<char> text, List<TokenSpan> tokens, int first)
    {
        for (int k = first + 1; k < tokens.Count; k++)
        {
            if (AreNeighbors(text, tokens[k - 1], tokens[k]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Two characters, of scripts without blanks, with nothing between them.</summary>
    private static bool AreNeighbors(ReadOnlySpan<char> text, TokenSpan left, TokenSpan right) =>
        left.End == right.Start
        && WordBreaks.IsWithoutBlanks(text, left.Start)
        && WordBreaks.IsWithoutBlanks(text, right.Start);

    private static void Join(ReadOnlySpan<char> text, List<TokenSpan> tokens, int first)
    {
        bool[] isBoundary = ArrayPool<bool>.Shared.Rent(text.Length + 1);
        try
        {
            isBoundary.AsSpan(0, text.Length + 1).Clear();
            _breaks ??= BreakIterator.CreateWordInstance(new Locale("root"));
            _breaks.SetText(text.ToString());
            foreach (int boundary in _breaks.Boundaries)
            {
                isBoundary[boundary] = true;
            }

            int last = first;
            for (int k = first + 1; k < tokens.Count; k++)
            {
                bool joins = !isBoundary[tokens[k].Start] && AreNeighbors(text, tokens[k - 1], tokens[k]);
                if (joins)
                {
                    tokens[last] = new TokenSpan(tokens[last].Start, tokens[k].End - tokens[last].Start);
                }
                else
                {
                    tokens[++last] = tokens[k];
                }
            }

            tokens.RemoveRange(last + 1, tokens.Count - last - 1);
        }
        finally
        {
            ArrayPool<bool>.Shared.Return(isBoundary);
        }
    }
}
