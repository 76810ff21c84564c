using System.Text;

namespace Aligner.Fuzzing.Mutations;

/// <summary>Changes one line, as if it were a file.</summary>
internal sealed class LinesMutation(IMutation inner) : IMutation
{
    public byte[] Mutate(byte[] input, Dice dice)
    {
        string[] lines = Encoding.UTF8.GetString(input).Split('\n');
        int line = dice.Below(lines.Length);
        lines[line] = Encoding.UTF8.GetString(inner.Mutate(Encoding.UTF8.GetBytes(lines[line]), dice));
        return Encoding.UTF8.GetBytes(string.Join('\n', lines));
    }
}
