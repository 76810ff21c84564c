using System.Buffers.Binary;

namespace Aligner.Fuzzing.Mutations;

/// <summary>Flips, inserts, removes and copies bytes, and overwrites little-endian numbers.</summary>
/// <param name="keepsLength">Whether bytes are only changed where they are; false by default.</param>
internal sealed class ByteMutation(bool keepsLength = false) : IMutation
{
    private const int MaxEdits = 3, MaxRun = 64;

    private static ReadOnlySpan<byte> Telling => "\0\t\n\r -:|0123456789.,\"[]{}\x1F\x7F"u8;

    public byte[] Mutate(byte[] input, Dice dice)
    {
        List<byte> bytes = [.. input];
        for (int edits = 1 + dice.Below(MaxEdits); edits > 0; edits--)
        {
            Edit(bytes, dice);
        }

        return [.. bytes];
    }

    private void Edit(List<byte> bytes, Dice dice)
    {
        if (bytes.Count == 0)
        {
            bytes.Add(dice.Byte());
            return;
        }

        int place = dice.Below(bytes.Count), run = Math.Min(1 + dice.Below(MaxRun), bytes.Count - place);
        switch (keepsLength ? dice.Pick<int>([0, 1, 7]) : dice.Below(8))
        {
            case 0:
                bytes[place] ^= (byte)(1 << dice.Below(8));
                break;
            case 1:
                bytes[place] = dice.OneIn(2) ? dice.Byte() : Telling[dice.Below(Telling.Length)];
                break;
            case 2:
                bytes.Insert(place, dice.OneIn(2) ? dice.Byte() : Telling[dice.Below(Telling.Length)]);
                break;
            case 3:
                bytes.RemoveRange(place, run);
                break;
            case 4:
                bytes.InsertRange(dice.Below(bytes.Count), bytes.GetRange(place, run));
                break;
            case 5 when dice.OneIn(4):
                bytes.RemoveRange(place, bytes.Count - place);
                break;
            case 6:
                bytes.InsertRange(place, Enumerable.Repeat(bytes[place], 1 + dice.Below(MaxRun)));
                break;
            default:
                Overwrite(bytes, place, dice);
                break;
        }
    }

    private static void Overwrite(List<byte> bytes, int place, Dice dice)
    {
        byte[] number = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(number, dice.Number());
        int width = dice.Pick<int>([1, 2, 4, 8]);
        for (int k = 0; k < width && place + k < bytes.Count; k++)
        {
            bytes[place + k] = number[k];
        }
    }
}
