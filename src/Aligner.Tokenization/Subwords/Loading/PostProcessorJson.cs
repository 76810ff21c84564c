using Aligner.Core;
using Aligner.Tokenization.Subwords.PostProcessing;

namespace Aligner.Tokenization.Subwords.Loading;

/// <summary>Reads <c>post_processor</c> of a <c>tokenizer.json</c>.</summary>
internal static class PostProcessorJson
{
    /// <param name="section">The section.</param>
    /// <param name="size">How many ids there are.</param>
    /// <returns>The template, and whether white space is left out of the places of pieces.</returns>
    /// <exception cref="DataException">The section breaks the format or names a type that is not known.</exception>
    public static (SequenceTemplate Template, bool TrimsOffsets) Read(JsonSection section, int size)
    {
        if (!section.IsPresent)
        {
            return (SequenceTemplate.Bare, false);
        }

        return section.Type switch
        {
            "TemplateProcessing" => (ReadTemplate(section, size), false),
            "BertProcessing" => (
                SequenceTemplate.Bert(ReadId(section["cls"], size), ReadId(section["sep"], size)), false),
            "RobertaProcessing" => (
                SequenceTemplate.Roberta(ReadId(section["cls"], size), ReadId(section["sep"], size)),
                section["trim_offsets"].Flag(true)),
            "ByteLevel" => (SequenceTemplate.Bare, section["trim_offsets"].Flag(true)),
            "Sequence" => ReadSequence(section["processors"], size),
            _ => throw section.UnknownType("post-processor"),
        };
    }

    private static (SequenceTemplate Template, bool TrimsOffsets) ReadSequence(JsonSection section, int size)
    {
        (SequenceTemplate Template, bool TrimsOffsets)[] steps = [.. section.Items().Select(step => Read(step, size))];
        SequenceTemplate[] templates =
            [.. steps.Select(step => step.Template).Where(template => template != SequenceTemplate.Bare)];
        return templates.Length <= 1
            ? (templates.FirstOrDefault(SequenceTemplate.Bare), steps.Any(step => step.TrimsOffsets))
            : throw section.Fault("has more than one step that adds special tokens");
    }

    private static SequenceTemplate ReadTemplate(JsonSection section, int size)
    {
        Dictionary<string, int[]> specials = section["special_tokens"].Members().ToDictionary(
            entry => entry.Name, entry => entry.Value["ids"].Items().Select(id => InRange(id, size)).ToArray());
        return new SequenceTemplate(
            [.. section["single"].Items().SelectMany(part => ReadPart(part, specials))],
            [.. section["pair"].Items().SelectMany(part => ReadPart(part, specials))]);
    }

    private static IEnumerable<TemplatePart> ReadPart(JsonSection part, Dictionary<string, int[]> specials)
    {
        JsonSection sequence = part["Sequence"];
        if (sequence.IsPresent)
        {
            return
            [
                sequence["id"].Text() switch
                {
                    "A" => TemplatePart.OfSequence(0, sequence["type_id"].Index()),
                    "B" => TemplatePart.OfSequence(1, sequence["type_id"].Index()),
                    string id => throw sequence["id"].Fault($"is '{id}', not A or B"),
                },
            ];
        }

        JsonSection special = part["SpecialToken"];
        string name = special["id"].Text();
        int typeId = special["type_id"].Index();
        return specials.TryGetValue(name, out int[]? ids)
            ? ids.Select(id => TemplatePart.Special(id, typeId))
            : throw special.Fault($"names '{name}', which 'special_tokens' lacks");
    }

    /// <summary>The id of a pair of spelling and id.</summary>
    private static int ReadId(JsonSection section, int size) =>
        section.Items().ToArray() is [_, JsonSection id]
            ? InRange(id, size) : throw section.Fault("is not a token and its id");

    private static int InRange(JsonSection section, int size) => section.Index() is var id && id < size
        ? id : throw section.Fault($"is {id}, but there are {size} ids");
}
