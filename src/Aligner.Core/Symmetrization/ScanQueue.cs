namespace Aligner.Core.Symmetrization;

/// <summary>
/// Visits list positions in the order in which passes over the whole list, repeated until nothing changes, would
/// come to them, but only those that were asked for.
/// </summary>
internal sealed class ScanQueue
{
    private readonly PriorityQueue<int, (int Pass, int Position)> _queue = new();
    private (int Pass, int Position) _current = (0, -1);

    /// <summary>Asks for a visit: in this pass if the position is still ahead, otherwise in the next.</summary>
    public void Request(int position)
    {
        int pass = position > _current.Position ? _current.Pass : _current.Pass + 1;
        _queue.Enqueue(position, (pass, position));
    }

    /// <summary>Moves on to the next position asked for.</summary>
    /// <returns>False when none is left.</returns>
    public bool TryNext(out int position) => _queue.TryDequeue(out position, out _current);
}
