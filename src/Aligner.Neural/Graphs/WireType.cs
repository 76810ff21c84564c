namespace Aligner.Neural.Graphs;

/// <summary>How the bytes of a protocol buffer field end.</summary>
internal enum WireType
{
    Varint = 0,
    Fixed64 = 1,
    Delimited = 2,
    Fixed32 = 5,
}
