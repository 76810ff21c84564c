namespace Aligner.Neural.Graphs;

/// <summary>A part of a file beside the graph.</summary>
/// <param name="File">Name of the file, relative to the folder of the graph.</param>
/// <param name="Offset">First byte.</param>
/// <param name="Length">Number of bytes.</param>
public sealed record ExternalData(string File, long Offset, long Length);
