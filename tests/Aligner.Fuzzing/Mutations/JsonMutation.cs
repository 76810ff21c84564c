using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Aligner.Fuzzing.Mutations;

/// <summary>Gives members of a JSON text other values, removes them, or repeats them.</summary>
internal sealed class JsonMutation : IMutation
{
    private const int MaxEdits = 3, MaxCopies = 50, Depth = 70;

    private static readonly JsonDocumentOptions Lenient =
        new() { CommentHandling = JsonCommentHandling.Skip, MaxDepth = 2 * Depth };

    private static readonly string[] Values =
    [
        "null", "true", "false", "[]", "{}", "\"\"", "\"foo\"", "\"../x\"", "-1", "0", "1", "2147483647", "2000000000",
        "9223372036854775807", "1e999", "-1e999", "1e-320", "0.5", "[0]", "[null]", "[[]]", "{\"a\":null}", "\"NaN\"",
        "\"\\ud800\"", "\"(a+)+$\"", "\" \"", "\"aaaaaaaaaa\"", "65536", "16777217",
        string.Concat(Enumerable.Repeat("[", Depth)) + string.Concat(Enumerable.Repeat("]", Depth)),
    ];

    public byte[] Mutate(byte[] input, Dice dice)
    {
        try
        {
            JsonNode? root = JsonNode.Parse(input, documentOptions: Lenient);
            for (int edits = 1 + dice.Below(MaxEdits); edits > 0 && root is not null; edits--)
            {
                List<JsonNode> containers = [];
                Collect(root, containers);
                if (containers.Count > 0)
                {
                    Edit(dice.Pick(containers), dice);
                }
            }

            return Encoding.UTF8.GetBytes(root?.ToJsonString() ?? "null");
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidOperationException)
        {
            return input; // a change before this one broke it
        }
    }

    private static void Collect(JsonNode? node, List<JsonNode> containers)
    {
        switch (node)
        {
            case JsonObject item when item.Count > 0:
                containers.Add(item);
                foreach ((_, JsonNode? value) in item)
                {
                    Collect(value, containers);
                }

                break;
            case JsonArray list when list.Count > 0:
                containers.Add(list);
                foreach (JsonNode? value in list)
                {
                    Collect(value, containers);
                }

                break;
        }
    }

    private static void Edit(JsonNode container, Dice dice)
    {
        if (container is JsonObject item)
        {
            string key = dice.Pick<string>([.. item.Select(member => member.Key)]);
            switch (dice.Below(4))
            {
                case 0:
                    item.Remove(key);
                    break;
                case 1:
                    item[dice.Pick(["x", "", "__metadata__", "\u001b", key + key])] = item[key]?.DeepClone();
                    break;
                default:
                    item[key] = Value(item[key], dice);
                    break;
            }

            return;
        }

        JsonArray list = (JsonArray)container;
        int place = dice.Below(list.Count);
        switch (dice.Below(4))
        {
            case 0:
                list.RemoveAt(place);
                break;
            case 1:
                for (int copies = 1 + dice.Below(MaxCopies); copies > 0; copies--)
                {
                    list.Insert(place, list[place]?.DeepClone());
                }

                break;
            default:
                list[place] = Value(list[place], dice);
                break;
        }
    }

    private static JsonNode? Value(JsonNode? old, Dice dice)
    {
        bool isNumber = old is JsonValue value && value.GetValueKind() == JsonValueKind.Number;
        return isNumber && dice.OneIn(2)
            ? JsonValue.Create(dice.Number())
            : JsonNode.Parse(dice.Pick(Values), documentOptions: Lenient);
    }
}
