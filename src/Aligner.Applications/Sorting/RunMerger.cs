namespace Aligner.Applications.Sorting;

/// <summary>Merges sorted files of records.</summary>
internal static class RunMerger
{
    /// <summary>The records of all files in order. A record is valid until the next is asked for.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Merge(IReadOnlyList<string> paths)
    {
        List<RunReader> readers = [];
        try
        {
            PriorityQueue<RunReader, ReadOnlyMemory<byte>> queue = new(new ByteOrder());
            foreach (string path in paths)
            {
                RunReader reader = new(path);
                readers.Add(reader);
                if (reader.Read())
                {
                    queue.Enqueue(reader, reader.Current);
                }
            }

            while (queue.TryDequeue(out RunReader? least, out _))
            {
                yield return least.Current;
                if (least.Read())
                {
                    queue.Enqueue(least, least.Current);
                }
            }
        }
        finally
        {
            readers.ForEach(reader => reader.Dispose());
        }
    }

    private sealed class ByteOrder : IComparer<ReadOnlyMemory<byte>>
    {
        public int Compare(ReadOnlyMemory<byte> x, ReadOnlyMemory<byte> y) => x.Span.SequenceCompareTo(y.Span);
    }
}
