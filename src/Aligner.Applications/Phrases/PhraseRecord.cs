using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Aligner.Applications.Phrases;

/// <summary>
/// Phrase pairs as bytes that sort by one phrase, then by the other, then by the links. Line feeds, which no word
/// holds, end these three.
/// </summary>
internal sealed class PhraseRecord
{
    private const byte End = (byte)'\n';

    private readonly ArrayBufferWriter<byte> _bytes = new();

    /// <summary>One phrase pair of a sentence pair. Valid until the next call.</summary>
    public ReadOnlySpan<byte> Of(string source, string target, string links, Orientation previous, Orientation next)
    {
        Begin(source, target, links);
        _bytes.Write([(byte)previous, (byte)next]);
        return _bytes.WrittenSpan;
    }

    /// <summary>An entry that sorts by the source phrase. Valid until the next call.</summary>
    public ReadOnlySpan<byte> BySource(PhraseTableEntry entry)
    {
        Begin(entry.Source, entry.Target, entry.Links);
        return Finish(entry);
    }

    /// <summary>An entry that sorts by the target phrase. Valid until the next call.</summary>
    public ReadOnlySpan<byte> ByTarget(PhraseTableEntry entry)
    {
        Begin(entry.Target, entry.Source, entry.Links);
        return Finish(entry);
    }

    /// <summary>Reads one phrase pair of a sentence pair: an entry that was counted once.</summary>
    public static PhraseTableEntry ReadOne(ReadOnlyMemory<byte> record)
    {
        (string source, string target, string links, int end) = ReadKeys(record.Span);
        ReadOnlySpan<byte> rest = record.Span[end..];
        return new PhraseTableEntry(
            source,
            target,
            links,
            new PhraseCounts(1, 0, 0),
            default,
            default(ReorderingCounts).Plus((Orientation)rest[0], (Orientation)rest[1]));
    }

    /// <summary>Reads an entry that sorts by the source phrase.</summary>
    public static PhraseTableEntry ReadBySource(ReadOnlyMemory<byte> record)
    {
        (string source, string target, string links, int end) = ReadKeys(record.Span);
        return ReadNumbers(record.Span[end..], source, target, links);
    }

    /// <summary>Reads an entry that sorts by the target phrase.</summary>
    public static PhraseTableEntry ReadByTarget(ReadOnlyMemory<byte> record)
    {
        (string target, string source, string links, int end) = ReadKeys(record.Span);
        return ReadNumbers(record.Span[end..], source, target, links);
    }

    private void Begin(string first, string second, string links)
    {
        _bytes.ResetWrittenCount();
        foreach (string key in (ReadOnlySpan<string>)[first, second, links])
        {
            Encoding.UTF8.GetBytes(key, _bytes);
            _bytes.Write([End]);
        }
    }

    private ReadOnlySpan<byte> Finish(PhraseTableEntry entry)
    {
        foreach (long count in Numbers(entry))
        {
            WriteCount(count);
        }

        WriteWeight(entry.Weights.SourceGivenTarget);
        WriteWeight(entry.Weights.TargetGivenSource);
        return _bytes.WrittenSpan;
    }

    /// <summary>Seven bits a byte, the lowest first; all bytes but the last have the eighth bit.</summary>
    private void WriteCount(long count)
    {
        for (; count >= 0x80; count >>= 7)
        {
            _bytes.Write([(byte)(count | 0x80)]);
        }

        _bytes.Write([(byte)count]);
    }

    private void WriteWeight(double weight)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(_bytes.GetSpan(sizeof(double)), weight);
        _bytes.Advance(sizeof(double));
    }

    private static long[] Numbers(PhraseTableEntry entry) =>
    [
        entry.Counts.Both,
        entry.Counts.Source,
        entry.Counts.Target,
        entry.Reordering.PreviousMonotone,
        entry.Reordering.PreviousSwap,
        entry.Reordering.PreviousDiscontinuous,
        entry.Reordering.NextMonotone,
        entry.Reordering.NextSwap,
        entry.Reordering.NextDiscontinuous,
    ];

    private static PhraseTableEntry ReadNumbers(ReadOnlySpan<byte> rest, string source, string target, string links)
    {
        long both = ReadCount(ref rest), ofSource = ReadCount(ref rest), ofTarget = ReadCount(ref rest);
        ReorderingCounts reordering = new(
            ReadCount(ref rest),
            ReadCount(ref rest),
            ReadCount(ref rest),
            ReadCount(ref rest),
            ReadCount(ref rest),
            ReadCount(ref rest));
        LexicalWeights weights = new(
            BinaryPrimitives.ReadDoubleLittleEndian(rest),
            BinaryPrimitives.ReadDoubleLittleEndian(rest[sizeof(double)..]));
        return new PhraseTableEntry(
            source, target, links, new PhraseCounts(both, ofSource, ofTarget), weights, reordering);
    }

    private static (string First, string Second, string Links, int End) ReadKeys(ReadOnlySpan<byte> record)
    {
        int end = 0;
        string first = ReadKey(record, ref end), second = ReadKey(record, ref end), links = ReadKey(record, ref end);
        return (first, second, links, end);
    }

    private static string ReadKey(ReadOnlySpan<byte> record, ref int end)
    {
        int length = record[end..].IndexOf(End);
        string key = Encoding.UTF8.GetString(record.Slice(end, length));
        end += length + 1;
        return key;
    }

    private static long ReadCount(ref ReadOnlySpan<byte> bytes)
    {
        long count = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte next = bytes[0];
            bytes = bytes[1..];
            count |= (long)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return count;
            }
        }
    }
}
