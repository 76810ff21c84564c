namespace Aligner.Core.Formats;

/// <summary>The formats by name.</summary>
public static class AlignmentFormats
{
    /// <summary>Every format, the default one first.</summary>
    public static IReadOnlyList<IAlignmentFormat> All { get; } =
    [
        new PharaohFormat(), new GizaFormat(), new NaaclFormat(), new TalpFormat(), new BlinkerFormat(),
        new JsonLinesFormat(), new WordsFormat(), new OpusTrainerFormat(), new FairseqFormat(), new MarianSoftFormat(),
        new GaleFormat(), new BalFormat(), new GizaCompactFormat(),
    ];

    /// <summary>Those that can be written, the default one first.</summary>
    public static IReadOnlyList<IAlignmentFormat> Writable { get; } = [.. All.Where(format => format.CanWrite)];

    /// <summary>The format called <paramref name="name"/>.</summary>
    /// <exception cref="ArgumentException">There is none; the message lists those that there are.</exception>
    public static IAlignmentFormat Get(string name) =>
        All.FirstOrDefault(format => format.Name == name)
        ?? throw new ArgumentException(
            $"no alignment format \"{name}\": {string.Join(", ", All.Select(format => format.Name))}", nameof(name));
}
