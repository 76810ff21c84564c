using Aligner.Applications.Filtering;
using Aligner.Core.Alignments;
using Aligner.Core.Corpora;

namespace Aligner.Cli.Inputs;

/// <summary>Keeps a bitext and its links in temporary files, so that they can be read again.</summary>
/// <param name="folder">A folder for the files.</param>
internal sealed class LinkedSpool(string folder) : IDisposable
{
    private readonly string _textPath = Path.Combine(folder, "text"), _linkPath = Path.Combine(folder, "links");
    private BinaryWriter? _text;
    private long _lines, _pairs;

    /// <summary>A reader that keeps what it reads. A second reader of the same bitext keeps only what is new.</summary>
    public BitextReader Record(BitextReader reader)
    {
        _text ??= new BinaryWriter(File.Create(_textPath));
        return new Recorder(this, reader);
    }

    /// <summary>Keeps the words and links of all pairs. The bitext has been read then.</summary>
    public void Keep(IEnumerable<AlignedPair> pairs)
    {
        using BinaryWriter writer = new(File.Create(_linkPath));
        foreach (AlignedPair pair in pairs)
        {
            Write(writer, pair.Words.Source);
            Write(writer, pair.Words.Target);
            writer.Write7BitEncodedInt(pair.Links.Links.Count);
            foreach (((int source, int target), float probability) in pair.Links.Links)
            {
                writer.Write7BitEncodedInt(source);
                writer.Write7BitEncodedInt(target);
                writer.Write(probability);
            }

            _pairs++;
        }

        _text?.Dispose();
    }

    /// <summary>The pairs again, once all have been kept.</summary>
    public IEnumerable<Item> ReadAll()
    {
        using BinaryReader text = Open(_textPath), links = Open(_linkPath);
        for (long line = 1; line <= _pairs; line++)
        {
            SentencePair pair = new(line, text.ReadString(), text.ReadString());
            pair = text.ReadBoolean() ? pair with { Text = text.ReadString() } : pair;
            TokenizedPair words = new(ReadWords(links), ReadWords(links));
            ScoredLink[] scored = new ScoredLink[links.Read7BitEncodedInt()];
            for (int k = 0; k < scored.Length; k++)
            {
                scored[k] = new ScoredLink(
                    new Link(links.Read7BitEncodedInt(), links.Read7BitEncodedInt()), links.ReadSingle());
            }

            yield return new Item(pair, new AlignedPair(
                line, words, ScoredAlignment.OfLinks(scored, words.Source.Count, words.Target.Count)));
        }
    }

    public void Dispose() => _text?.Dispose();

    private static BinaryReader Open(string path) => new(File.OpenRead(path));

    private static void Write(BinaryWriter writer, IReadOnlyList<string> words)
    {
        writer.Write7BitEncodedInt(words.Count);
        foreach (string word in words)
        {
            writer.Write(word);
        }
    }

    private static string[] ReadWords(BinaryReader reader)
    {
        string[] words = new string[reader.Read7BitEncodedInt()];
        for (int k = 0; k < words.Length; k++)
        {
            words[k] = reader.ReadString();
        }

        return words;
    }

    private void Keep(SentencePair pair)
    {
        _text!.Write(pair.Source);
        _text.Write(pair.Target);
        _text.Write(pair.Text is not null);
        if (pair.Text is not null)
        {
            _text.Write(pair.Text);
        }

        _lines++;
    }

    /// <summary>A pair as it stands in the bitext, and with its links.</summary>
    /// <param name="Text">The sentences.</param>
    /// <param name="Links">The words and links.</param>
    public sealed record Item(SentencePair Text, AlignedPair Links)
    {
        public FilterPair ToFilterPair() => new(Text.Source, Text.Target, Links);
    }

    private sealed class Recorder(LinkedSpool spool, BitextReader reader) : BitextReader
    {
        private long _read;

        public override string Name => reader.Name;

        public override SentencePair? Read()
        {
            SentencePair? pair = reader.Read();
            if (pair is not null && _read++ == spool._lines)
            {
                spool.Keep(pair);
            }

            return pair;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                reader.Dispose();
            }
        }
    }
}
