namespace Aligner.Core;

/// <summary>Values as error messages show them.</summary>
public static class Excerpt
{
    private const int MaxLength = 60;

    /// <summary>The value in quotation marks, cut after 60 characters.</summary>
    public static string Quote(ReadOnlySpan<char> value)
    {
        if (value.Length <= MaxLength)
        {
            return $"\"{value}\"";
        }

        int length = char.IsHighSurrogate(value[MaxLength - 1]) ? MaxLength - 1 : MaxLength;
        return $"\"{value[..length]}…\"";
    }
}
