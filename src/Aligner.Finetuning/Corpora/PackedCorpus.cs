using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using Aligner.Core.Alignments;

namespace Aligner.Finetuning.Corpora;

/// <summary>
/// Writes pairs in pieces, with the links that they teach, for a trainer that is not ours: on another machine, that has
/// a graphics card but neither the text nor this program.
/// </summary>
/// <remarks>
/// Files <c>part-NN.npz</c>, each an archive of arrays that NumPy's <c>load</c> reads. Pairs come in the order in which
/// they are first drawn, so that any number of parts from the first on is a sample. For each pair: <c>draws</c>, how
/// often it was drawn, <c>source_pieces</c>, <c>target_pieces</c>, <c>source_words</c>, <c>target_words</c> and
/// <c>links</c>. For each piece of the source, then of the target, special ones included: <c>ids_low</c> and
/// <c>ids_high</c>, the id's last 16 bits and those above, and <c>steps</c>, how many words its word lies after that of
/// the piece before (after none, -1, at first), or 255 if it belongs to no word. For each link: <c>link_source</c>,
/// <c>link_target</c> and <c>link_probability</c> in 255ths.
/// </remarks>
public static class PackedCorpus
{
    /// <summary>Pairs with more words on a side are left out.</summary>
    private const int MaxWords = 254;

    private const byte NoWord = 255;

    /// <summary>The time of all entries, as NumPy writes them: the same pairs give the same bytes.</summary>
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="corpus">The pairs, at least one.</param>
    /// <param name="options">How much is packed.</param>
    /// <param name="folder">Where to, an existing folder.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>How many different pairs were written.</returns>
    /// <exception cref="ArgumentException">The corpus is empty, or an option makes no sense.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static int Write(
        TrainingCorpus corpus, PackingOptions options, string folder, CancellationToken cancellation)
    {
        options.Validate();
        (List<int> order, Dictionary<int, int> draws) = Draw(corpus, options, cancellation);
        int[][] parts = [.. order
            .Where(pair => Math.Max(corpus[pair].Source.WordCount, corpus[pair].Target.WordCount) <= MaxWords)
            .Chunk(options.PairsPerPart)];
        for (int part = 0; part < parts.Length; part++)
        {
            cancellation.ThrowIfCancellationRequested();
            Columns columns = new();
            foreach (int pair in parts[part])
            {
                columns.Add(corpus[pair], draws[pair]);
            }

            string name = string.Create(CultureInfo.InvariantCulture, $"part-{part:00}.npz");
            using ZipArchive archive = new(File.Create(Path.Combine(folder, name)), ZipArchiveMode.Create);
            columns.Save(archive);
        }

        return parts.Sum(part => part.Length);
    }

    private static (List<int> Order, Dictionary<int, int> Draws) Draw(
        TrainingCorpus corpus, PackingOptions options, CancellationToken cancellation)
    {
        // Pairs of similar length come together in a larger pool.
        BatchSampler sampler = new(corpus, options.Sampler with { PoolSize = 1 });
        List<int> order = [];
        Dictionary<int, int> draws = [];
        for (int drawn = 0; drawn < options.Draws;)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (int pair in sampler.Next().Take(options.Draws - drawn))
            {
                ref int count = ref CollectionsMarshal.GetValueRefOrAddDefault(draws, pair, out bool isKnown);
                count++;
                drawn++;
                if (!isKnown)
                {
                    order.Add(pair);
                }
            }
        }

        return (order, draws);
    }

    private sealed class Columns
    {
        private readonly List<ushort> _draws = [], _sourcePieces = [], _targetPieces = [], _links = [], _idsLow = [];
        private readonly List<byte> _sourceWords = [], _targetWords = [], _idsHigh = [], _steps = [];
        private readonly List<byte> _linkSource = [], _linkTarget = [], _linkProbability = [];

        public void Add(TrainingPair pair, int draws)
        {
            _draws.Add((ushort)Math.Min(draws, ushort.MaxValue));
            _sourcePieces.Add((ushort)pair.Source.Ids.Length);
            _targetPieces.Add((ushort)pair.Target.Ids.Length);
            _sourceWords.Add((byte)pair.Source.WordCount);
            _targetWords.Add((byte)pair.Target.WordCount);
            _links.Add((ushort)pair.Links.Length);
            Add(pair.Source);
            Add(pair.Target);
            foreach (ScoredLink link in pair.Links)
            {
                _linkSource.Add((byte)link.Link.Source);
                _linkTarget.Add((byte)link.Link.Target);
                _linkProbability.Add((byte)MathF.Round(byte.MaxValue * Math.Clamp(link.Probability, 0, 1)));
            }
        }

        public void Save(ZipArchive archive)
        {
            Save<ushort>(archive, "draws", "<u2", _draws);
            Save<ushort>(archive, "source_pieces", "<u2", _sourcePieces);
            Save<ushort>(archive, "target_pieces", "<u2", _targetPieces);
            Save<byte>(archive, "source_words", "|u1", _sourceWords);
            Save<byte>(archive, "target_words", "|u1", _targetWords);
            Save<ushort>(archive, "links", "<u2", _links);
            Save<ushort>(archive, "ids_low", "<u2", _idsLow);
            Save<byte>(archive, "ids_high", "|u1", _idsHigh);
            Save<byte>(archive, "steps", "|u1", _steps);
            Save<byte>(archive, "link_source", "|u1", _linkSource);
            Save<byte>(archive, "link_target", "|u1", _linkTarget);
            Save<byte>(archive, "link_probability", "|u1", _linkProbability);
        }

        private void Add(PieceSequence sequence)
        {
            int last = -1;
            for (int piece = 0; piece < sequence.Ids.Length; piece++)
            {
                _idsLow.Add((ushort)(sequence.Ids[piece] & ushort.MaxValue));
                _idsHigh.Add((byte)(sequence.Ids[piece] >> 16));
                int word = sequence.Words[piece];
                _steps.Add(word < 0 ? NoWord : (byte)(word - last));
                last = word < 0 ? last : word;
            }
        }

        // Numbers of more than a byte lie in memory as the file has them: all platforms of .NET 10 are little-endian
        // but s390x, where TrainingCorpus is not used.
        private static void Save<T>(ZipArchive archive, string name, string type, List<T> values)
            where T : unmanaged
        {
            ZipArchiveEntry entry = archive.CreateEntry(name + ".npy", CompressionLevel.Optimal);
            entry.LastWriteTime = Epoch;
            using Stream stream = entry.Open();
            string header = string.Create(
                CultureInfo.InvariantCulture,
                $"{{'descr': '{type}', 'fortran_order': False, 'shape': ({values.Count},), }}");
            header = header.PadRight(118 - 1) + "\n";
            stream.Write([0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0]);
            stream.Write(Encoding.ASCII.GetBytes(header));
            stream.Write(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(values)));
        }
    }
}
