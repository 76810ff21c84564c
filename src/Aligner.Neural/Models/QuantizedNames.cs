namespace Aligner.Neural.Models;

/// <summary>What the rounded forms of a weight are called in the graph of a quantized model.</summary>
public static class QuantizedNames
{
    /// <summary>Its numbers in 8 bits.</summary>
    public static string Bytes(string weight) => weight + "/int8";

    /// <summary>
    /// What those are multiplied by: a number for each row of a table, or for each column of a matrix.
    /// </summary>
    public static string Scales(string weight) => weight + "/scale";

    /// <summary>Its numbers in 16-bit floating point.</summary>
    public static string Halves(string weight) => weight + "/float16";
}
