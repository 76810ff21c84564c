namespace Aligner.Tokenization.Subwords.PostProcessing;

/// <summary>A part of a model's input.</summary>
/// <param name="Sequence">Which sequence stands here: 0 the first, 1 the second, −1 none but a special token.</param>
/// <param name="Id">The id of the special token.</param>
/// <param name="TypeId">The type (segment) id of all pieces here.</param>
internal readonly record struct TemplatePart(int Sequence, int Id, int TypeId)
{
    /// <summary>A sequence.</summary>
    public static TemplatePart OfSequence(int sequence, int typeId) => new(sequence, -1, typeId);

    /// <summary>A special token.</summary>
    public static TemplatePart Special(int id, int typeId) => new(-1, id, typeId);
}
