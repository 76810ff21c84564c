using Aligner.Core;

namespace Aligner.Cli.Hosting;

/// <summary>The lines that a run passed over since they break their format.</summary>
internal sealed class SkippedLines
{
    private string? _first;

    /// <summary>How many there were so far.</summary>
    public long Count { get; private set; }

    /// <summary>Passes over a line.</summary>
    public void Add(BrokenLineException line)
    {
        _first ??= line.Message;
        Count++;
    }

    /// <summary>Says how many there were, and what the first was.</summary>
    public void Warn(Messages messages)
    {
        if (Count > 0)
        {
            messages.Warn($"broken lines skipped: {Count}; the first: {_first}");
        }
    }
}
