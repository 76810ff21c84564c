using System.Text;
using System.Text.RegularExpressions;

namespace Aligner.Fuzzing.Mutations;

/// <summary>Writes other numbers and fields into text, and moves, repeats and removes its lines.</summary>
internal sealed partial class TextMutation : IMutation
{
    private const int MaxEdits = 2;

    private static readonly string[] Fields =
    [
        "2147483647", "2147483648", "-1", "1e999", "-1e999", "NaN", "Infinity", "0", "00", "99999999999999999999",
        "1e-45", "0.5", "", " ", "\t", "\ud83d\ude00", "\u0130", "e\u0301", "\u00a0", "\u3000", "\u202e", "|||",
        "<eps>", "NULL",
        "({", "})", "%s", "\u001b]0;x\u0007", new string('a', 3000),
    ];

    public byte[] Mutate(byte[] input, Dice dice)
    {
        string text = Encoding.UTF8.GetString(input);
        for (int edits = 1 + dice.Below(MaxEdits); edits > 0; edits--)
        {
            text = dice.OneIn(2) ? ReplaceField(text, dice) : MoveLine(text, dice);
        }

        return Encoding.UTF8.GetBytes(text);
    }

    private static string ReplaceField(string text, Dice dice)
    {
        MatchCollection fields = dice.OneIn(2) ? Number().Matches(text) : Word().Matches(text);
        if (fields.Count == 0)
        {
            return text + dice.Pick(Fields);
        }

        Match field = fields[dice.Below(fields.Count)];
        return text[..field.Index] + dice.Pick(Fields) + text[(field.Index + field.Length)..];
    }

    private static string MoveLine(string text, Dice dice)
    {
        List<string> lines = [.. text.Split('\n')];
        int line = dice.Below(lines.Count);
        string content = lines[line];
        switch (dice.Below(4))
        {
            case 0:
                lines.RemoveAt(line);
                break;
            case 1:
                lines.Insert(dice.Below(lines.Count), content);
                break;
            case 2:
                lines.Insert(line, string.Empty);
                break;
            default:
                lines.RemoveAt(line);
                lines.Insert(dice.Below(lines.Count + 1), content);
                break;
        }

        return string.Join('\n', lines);
    }

    [GeneratedRegex(@"\d+(\.\d+)?")]
    private static partial Regex Number();

    [GeneratedRegex(@"[^\s]+")]
    private static partial Regex Word();
}
