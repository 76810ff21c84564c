namespace Aligner.Cli.Hosting;

/// <summary>The one warning about pairs that were not aligned.</summary>
internal static class LeftOut
{
    public static void Warn(Messages messages, long emptyPairs, long overlongPairs, int maxLength)
    {
        string empty = $"{emptyPairs} with an empty side";
        string overlong = $"{overlongPairs} with more than {maxLength} tokens on a side (--max-length)";
        string? what = (emptyPairs, overlongPairs) switch
        {
            (0, 0) => null,
            (_, 0) => empty,
            (0, _) => overlong,
            _ => $"{empty}, {overlong}",
        };
        if (what is not null)
        {
            messages.Warn($"pairs left without links: {what}");
        }
    }
}
