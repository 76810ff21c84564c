using Aligner.Tokenization.Subwords.Models;

namespace Aligner.Tokenization.Subwords.Training;

/// <summary>A model in training and the lattices it is trained on.</summary>
internal sealed class UnigramEstimator
{
    /// <summary>Fixed, so that sums do not depend on the number of threads.</summary>
    private const int ShardCount = 32;

    private readonly ParallelOptions _parallel;
    private readonly LatticeShard[] _shards;

    /// <param name="text">The runs.</param>
    /// <param name="pieces">The pieces to start from; all characters of the text are among them.</param>
    /// <param name="parallel">Threads; they do not change the result.</param>
    public UnigramEstimator(RunText text, PieceTable pieces, ParallelOptions parallel)
    {
        _parallel = parallel;
        Pieces = pieces;
        PieceTrie trie = pieces.ToTrie();
        int[] bounds = [.. Enumerable.Range(0, ShardCount + 1).Select(shard => FirstRun(text, shard))];
        _shards = new LatticeShard[ShardCount];
        Parallel.For(0, ShardCount, parallel, shard =>
            _shards[shard] = new LatticeShard(text, bounds[shard], bounds[shard + 1], trie));
    }

    /// <summary>The pieces and their log-probabilities.</summary>
    public PieceTable Pieces { get; private set; }

    /// <summary>One iteration of EM.</summary>
    /// <param name="dropsRare">Whether pieces that are hardly expected any more go.</param>
    /// <returns>The log-probability of the text before the iteration.</returns>
    public double Iterate(bool dropsRare)
    {
        double[] probabilities = Array.ConvertAll(Pieces.Scores, Math.Exp);
        (double logProbability, double[] counts) = SumShards((shard, sums) => shard.Expect(probabilities, sums));
        if (dropsRare)
        {
            bool[] kept = Pieces.Frequent(counts);
            Keep(kept);
            counts = [.. counts.Where((_, id) => kept[id])];
        }

        Pieces = Pieces.Reestimate(counts);
        return logProbability;
    }

    /// <summary>Keeps so many pieces without which the text would lose most probability.</summary>
    public void Prune(int size)
    {
        (_, double[] counts) = SumShards((shard, sums) => shard.CountBest(Pieces.Scores, sums));
        Keep(LossPruning.Select(Pieces, counts, size, _parallel));
    }

    private static int FirstRun(RunText text, int shard)
    {
        long place = (long)text.Chars.Length * shard / ShardCount;
        int found = Array.BinarySearch(text.Starts, (int)place);
        return Math.Min(found < 0 ? ~found : found, text.Count);
    }

    private (double LogProbability, double[] Counts) SumShards(Func<LatticeShard, double[], double> work)
    {
        double[] logProbabilities = new double[ShardCount];
        double[][] counts = new double[ShardCount][];
        Parallel.For(0, ShardCount, _parallel, shard =>
        {
            counts[shard] = new double[Pieces.Count];
            logProbabilities[shard] = work(_shards[shard], counts[shard]);
        });
        double[] sums = counts[0];
        for (int shard = 1; shard < ShardCount; shard++)
        {
            for (int id = 0; id < sums.Length; id++)
            {
                sums[id] += counts[shard][id];
            }
        }

        return (logProbabilities.Sum(), sums);
    }

    private void Keep(bool[] kept)
    {
        int[] ids = new int[Pieces.Count];
        int next = 0;
        for (int id = 0; id < ids.Length; id++)
        {
            ids[id] = kept[id] ? next++ : -1;
        }

        if (next < ids.Length)
        {
            Parallel.ForEach(_shards, _parallel, shard => shard.Renumber(ids));
            Pieces = Pieces.Where(kept);
        }
    }
}
