using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;

namespace Aligner.Tokenization.Subwords.Normalizers;

/// <summary>
/// SentencePiece's <c>precompiled_charsmap</c>: a Darts double-array trie of UTF-8 sequences whose values are places in
/// a list of NUL-terminated replacements.
/// </summary>
/// <remarks>
/// Layout: length of the trie in bytes (32 bits), the trie's units (32 bits each), the replacements; little-endian.
/// </remarks>
internal sealed class CharsMap
{
    private readonly uint[] _units;
    private readonly Dictionary<int, string> _replacements = [];

    /// <exception cref="FormatException">The bytes are no map; the message says why.</exception>
    public CharsMap(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4)
        {
            throw new FormatException("the character map ends within its header");
        }

        uint size = BinaryPrimitives.ReadUInt32LittleEndian(bytes);
        if (size < 4 || size % 4 != 0 || size > bytes.Length - 4)
        {
            throw new FormatException($"the character map has {bytes.Length - 4} bytes, its header says {size}");
        }

        _units = MemoryMarshal.Cast<byte, uint>(bytes.Slice(4, (int)size)).ToArray();
        if (!BitConverter.IsLittleEndian)
        {
            BinaryPrimitives.ReverseEndianness(_units, _units);
        }

        ReadReplacements(bytes[(4 + (int)size)..]);
        KeepsAscii = Enumerable.Range(' ', '~' - ' ' + 1).All(c => Find([(char)c], longest: false).Length == 0);
    }

    /// <summary>Whether each printable ASCII character by itself stays as it is.</summary>
    public bool KeepsAscii { get; }

    /// <summary>
    /// Looks up a prefix of <paramref name="text"/>: the number of UTF-16 code units that match, 0 if none, and what
    /// stands in their place.
    /// </summary>
    /// <param name="text">Well-formed text.</param>
    /// <param name="longest">The longest prefix, or else the shortest.</param>
    public (int Length, string Replacement) Find(ReadOnlySpan<char> text, bool longest)
    {
        Span<byte> utf8 = stackalloc byte[4];
        (int Length, string Replacement) found = (0, string.Empty);
        uint node = Offset(_units[0]);
        for (int i = 0; i < text.Length;)
        {
            Rune rune = RuneClasses.At(text, i);
            int bytes = rune.EncodeToUtf8(utf8);
            i += rune.Utf16SequenceLength;
            foreach (byte label in utf8[..bytes])
            {
                node ^= label;
                if (label == 0 || node >= _units.Length || (_units[node] & 0x800000FF) != label)
                {
                    return found;
                }

                uint unit = _units[node];
                node ^= Offset(unit);
                if ((unit & 0x100) != 0 && node < _units.Length
                    && _replacements.TryGetValue((int)(_units[node] & 0x7FFFFFFF), out string? replacement))
                {
                    found = (i, replacement);
                    if (!longest)
                    {
                        return found;
                    }
                }
            }
        }

        return found;
    }

    private static uint Offset(uint unit) => (unit >> 10) << (int)((unit & 0x200) >> 6);

    private void ReadReplacements(ReadOnlySpan<byte> bytes)
    {
        for (int start = 0; start < bytes.Length;)
        {
            int length = bytes[start..].IndexOf((byte)0);
            length = length < 0 ? bytes.Length - start : length;
            if (!Utf8.IsValid(bytes.Slice(start, length)))
            {
                throw new FormatException("a replacement of the character map is not UTF-8");
            }

            _replacements[start] = Encoding.UTF8.GetString(bytes.Slice(start, length));
            start += length + 1;
        }
    }
}
