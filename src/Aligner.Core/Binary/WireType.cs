namespace Aligner.Core.Binary;

/// <summary>How the bytes of a protocol buffer field end.</summary>
public enum WireType
{
    Varint = 0,
    Fixed64 = 1,
    Delimited = 2,
    Fixed32 = 5,
}
