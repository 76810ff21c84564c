using System.Text.Json;
using Aligner.Core;

namespace Aligner.Tokenization.Subwords.Loading;

/// <summary>A part of a JSON file that can say what is wrong with it.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Path">Where the part stands, as <c>model.vocab</c>; empty for all.</param>
/// <param name="Element">The part.</param>
internal readonly record struct JsonSection(string File, string Path, JsonElement Element)
{
    /// <summary>Where there is no file.</summary>
    public static JsonSection Absent { get; } = new(string.Empty, string.Empty, default);

    /// <summary>Whether there is something but null.</summary>
    public bool IsPresent => Element.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    /// <summary>The type that a step names.</summary>
    public string Type => this["type"].Text();

    /// <summary>A member; absent if there is none or this is no object.</summary>
    public JsonSection this[string name] => new(
        File,
        Join(Path, name),
        Element.ValueKind == JsonValueKind.Object && Element.TryGetProperty(name, out JsonElement value)
            ? value : default);

    /// <summary>The items of an array.</summary>
    public IEnumerable<JsonSection> Items()
    {
        JsonSection section = this;
        return Require(JsonValueKind.Array, "an array").EnumerateArray()
            .Select((item, i) => section with { Path = $"{section.Path}[{i}]", Element = item });
    }

    /// <summary>The members of an object.</summary>
    public IEnumerable<(string Name, JsonSection Value)> Members()
    {
        JsonSection section = this;
        return Require(JsonValueKind.Object, "an object").EnumerateObject()
            .Select(member =>
            {
                string name = section.Decode(() => member.Name);
                return (name, new JsonSection(section.File, Join(section.Path, name), member.Value));
            });
    }

    /// <summary>A string.</summary>
    public string Text()
    {
        JsonElement text = Require(JsonValueKind.String, "a string");
        return Decode(() => text.GetString()!);
    }

    /// <summary>A string, or what stands for an absent one.</summary>
    public string Text(string absent) => IsPresent ? Text() : absent;

    /// <summary>A truth value, or what stands for an absent one.</summary>
    public bool Flag(bool absent) => Element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => IsPresent ? throw Fault("is not true or false") : absent,
    };

    /// <summary>A finite number.</summary>
    public double Number()
    {
        double value = Require(JsonValueKind.Number, "a number").GetDouble();
        return double.IsFinite(value) ? value : throw Fault($"is {Element}, which is too large");
    }

    /// <summary>A whole number from 0.</summary>
    public int Index() => Require(JsonValueKind.Number, "a number").TryGetInt32(out int value) && value >= 0
        ? value : throw Fault($"is {Element}, not a whole number from 0");

    /// <summary>The error that something here is wrong.</summary>
    public DataException Fault(string what) => new(File, 0, Path.Length == 0 ? what : $"'{Path}' {what}");

    /// <summary>The error that a step is of a type that is not known.</summary>
    public DataException UnknownType(string kind) => Fault($"is a {kind} of type '{Type}', which is not known");

    private string Decode(Func<string> decode)
    {
        try
        {
            return decode();
        }
        catch (InvalidOperationException exception)
        {
            throw Fault($"holds text that is not Unicode: {exception.Message}");
        }
    }

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private JsonElement Require(JsonValueKind kind, string name) => Element.ValueKind == kind
        ? Element
        : throw Fault(Element.ValueKind == JsonValueKind.Undefined ? "is missing" : $"is not {name}");
}
