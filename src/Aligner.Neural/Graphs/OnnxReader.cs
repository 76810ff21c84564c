using System.Globalization;
using System.Runtime.InteropServices;
using Aligner.Core;
using Aligner.Core.Binary;
using Aligner.Core.Files;
using Aligner.Neural.OnnxRuntime;
using static Aligner.Neural.Graphs.OnnxFields;

namespace Aligner.Neural.Graphs;

/// <summary>Reads the graph of an <c>.onnx</c> file. Graphs inside nodes, as loops have, are not supported.</summary>
public static class OnnxReader
{
    /// <summary>Reads a file; values that lie beside it are left there.</summary>
    /// <exception cref="DataException">It is damaged, or uses what this reader does not know.</exception>
    public static OnnxGraph ReadFile(string path)
    {
        try
        {
            return Read(RegularFile.ReadAllBytes(path));
        }
        catch (InvalidDataException exception)
        {
            throw new DataException($"{path}: {exception.Message}", exception);
        }
    }

    /// <summary>Reads the bytes of a file.</summary>
    /// <exception cref="InvalidDataException">They are damaged, or use what this reader does not know.</exception>
    public static OnnxGraph Read(ReadOnlySpan<byte> bytes)
    {
        OnnxGraph? graph = null;
        Dictionary<string, long> operatorSets = [];
        ProtoReader reader = new(bytes);
        while (reader.Read())
        {
            switch (reader.Field)
            {
                case Model.Graph:
                    graph = ReadGraph(reader.Content);
                    break;
                case Model.OperatorSet:
                    (string domain, long version) = ReadOperatorSet(reader.Content);
                    operatorSets[domain] = version;
                    break;
            }
        }

        return (graph ?? throw new InvalidDataException("it holds no graph")) with { OperatorSets = operatorSets };
    }

    private static (string Domain, long Version) ReadOperatorSet(ReadOnlySpan<byte> bytes)
    {
        string domain = string.Empty;
        long version = 0;
        ProtoReader reader = new(bytes);
        while (reader.Read())
        {
            switch (reader.Field)
            {
                case OperatorSet.Domain:
                    domain = reader.Text;
                    break;
                case OperatorSet.Version:
                    version = reader.WholeNumber;
                    break;
            }
        }

        return (domain, version);
    }

    private static OnnxGraph ReadGraph(ReadOnlySpan<byte> bytes)
    {
        string name = string.Empty;
        List<GraphNode> nodes = [];
        List<GraphTensor> constants = [];
        List<GraphValue> inputs = [];
        List<GraphValue> outputs = [];
        ProtoReader reader = new(bytes);
        while (reader.Read())
        {
            switch (reader.Field)
            {
                case OnnxFields.Graph.Node:
                    nodes.Add(ReadNode(reader.Content));
                    break;
                case OnnxFields.Graph.Name:
                    name = reader.Text;
                    break;
                case OnnxFields.Graph.Initializer:
                    constants.Add(ReadTensor(reader.Content));
                    break;
                case OnnxFields.Graph.Input:
                    inputs.Add(ReadValue(reader.Content));
                    break;
                case OnnxFields.Graph.Output:
                    outputs.Add(ReadValue(reader.Content));
                    break;
            }
        }

        if (constants.CountBy(constant => constant.Name).FirstOrDefault(item => item.Value > 1)
            is { Key: string twice })
        {
            throw new InvalidDataException($"it has two constants of the name {Excerpt.Quote(twice)}");
        }

        return new OnnxGraph
        {
            Name = name,
            Nodes = nodes,
            Constants = constants,
            Inputs = inputs,
            Outputs = outputs,
            OperatorSets = new Dictionary<string, long>(),
        };
    }

    private static GraphNode ReadNode(ReadOnlySpan<byte> bytes)
    {
        string type = string.Empty, name = string.Empty, domain = string.Empty;
        List<string> inputs = [];
        List<string> outputs = [];
        List<GraphParameter> attributes = [];
        ProtoReader reader = new(bytes);
        while (reader.Read())
        {
            switch (reader.Field)
            {
                case Node.Input:
                    inputs.Add(reader.Text);
                    break;
                case Node.Output:
                    outputs.Add(reader.Text);
                    break;
                case Node.Name:
                    name = reader.Text;
                    break;
                case Node.Operator:
                    type = reader.Text;
                    break;
                case Node.Attribute:
                    attributes.Add(ReadAttribute(reader.Content));
                    break;
                case Node.Domain:
                    domain = reader.Text;
                    break;
            }
        }

        return new GraphNode(type, inputs, outputs, attributes, name, domain);
    }

    private static GraphParameter ReadAttribute(ReadOnlySpan<byte> bytes)
    {
        string name = string.Empty;
        long type = 0;
        object single = 0L;
        List<float> floats = [];
        List<long> integers = [];
        ProtoReader reader = new(bytes);
        while (reader.Read())
        {
            switch (reader.Field)
            {
                case OnnxFields.Attribute.Name:
                    name = reader.Text;
                    break;
                case OnnxFields.Attribute.Float:
                    single = reader.RealNumber;
                    break;
                case OnnxFields.Attribute.Integer:
                    single = reader.WholeNumber;
                    break;
                case OnnxFields.Attribute.Text:
                    single = reader.Text;
                    break;
                case OnnxFields.Attribute.Tensor:
                    single = ReadTensor(reader.Content);
                    break;
                case OnnxFields.Attribute.Floats:
                    reader.AddFloats(floats);
                    break;
                case OnnxFields.Attribute.Integers:
                    reader.AddIntegers(integers);
                    break;
                case OnnxFields.Attribute.Type:
                    type = reader.WholeNumber;
                    break;
            }
        }

        // A single zero or an empty text may be left out of the file.
        return new GraphParameter(name, type switch
        {
            AttributeType.Float => single as float? ?? 0f,
            AttributeType.Integer or AttributeType.Tensor => single,
            AttributeType.Text => single as string ?? string.Empty,
            AttributeType.Floats => floats.ToArray(),
            AttributeType.Integers => integers.ToArray(),
            _ => throw new InvalidDataException($"its attribute '{name}' is of a kind that is not supported ({type})"),
        });
    }

    private static GraphTensor ReadTensor(ReadOnlySpan<byte> bytes)
    {
        string name = string.Empty;
        ElementType type = ElementType.Undefined;
        List<long> shape = [];
        List<float> floats = [];
        List<long> integers = [];
        byte[] raw = [];
        Dictionary<string, string> external = [];
        ProtoReader reader = new(bytes);
        while (reader.Read())
        {
            switch (reader.Field)
            {
                case OnnxFields.Tensor.Dimension:
                    reader.AddIntegers(shape);
                    break;
                case OnnxFields.Tensor.Type:
                    type = (ElementType)reader.WholeNumber;
                    break;
                case OnnxFields.Tensor.FloatData:
                    reader.AddFloats(floats);
                    break;
                case OnnxFields.Tensor.Int32Data or OnnxFields.Tensor.Int64Data:
                    reader.AddIntegers(integers);
                    break;
                case OnnxFields.Tensor.Name:
                    name = reader.Text;
                    break;
                case OnnxFields.Tensor.RawData:
                    raw = reader.Content.ToArray();
                    break;
                case OnnxFields.Tensor.DoubleData:
                    throw new InvalidDataException($"its constant '{name}' holds doubles, which are not supported");
                case OnnxFields.Tensor.ExternalData:
                    ReadEntry(reader.Content, external);
                    break;
            }
        }

        if (floats.Count > 0)
        {
            raw = MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(floats)).ToArray();
        }
        else if (integers.Count > 0)
        {
            raw = Pack(name, type, integers);
        }

        long? wanted = TensorBytes.Of(name, type, shape);
        if (external.Count > 0)
        {
            return new GraphTensor(name, type, shape, raw, ToExternal(name, external, wanted));
        }

        return wanted is null || wanted == raw.Length
            ? new GraphTensor(name, type, shape, raw)
            : throw new InvalidDataException(
                $"its constant '{name}' has {raw.Length} bytes, not the {wanted} of its shape");
    }

    private static byte[] Pack(string name, ElementType type, List<long> integers) => type switch
    {
        ElementType.Int64 => MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(integers)).ToArray(),
        ElementType.Int32 => [.. integers.SelectMany(value => BitConverter.GetBytes((int)value))],
        ElementType.Float16 => [.. integers.SelectMany(value => BitConverter.GetBytes((ushort)value))],
        ElementType.Int8 or ElementType.UInt8 or ElementType.Bool => [.. integers.Select(value => (byte)value)],
        _ => throw new InvalidDataException($"its constant '{name}' holds {type}, which is not supported"),
    };

    private static void ReadEntry(ReadOnlySpan<byte> bytes, Dictionary<string, string> entries)
    {
        string key = string.Empty, value = string.Empty;
        ProtoReader reader = new(bytes);
        while (reader.Read())
        {
            switch (reader.Field)
            {
                case Entry.Key:
                    key = reader.Text;
                    break;
                case Entry.Value:
                    value = reader.Text;
                    break;
            }
        }

        entries[key] = value;
    }

    private static ExternalData ToExternal(string name, Dictionary<string, string> entries, long? wanted)
    {
        long Number(string key) => long.TryParse(
            entries.GetValueOrDefault(key, "0"), NumberStyles.None, CultureInfo.InvariantCulture, out long value)
            ? value
            : throw new InvalidDataException($"its constant '{name}' has a wrong {key}");

        string file = entries.GetValueOrDefault("location", string.Empty);
        if (!PlainFileName.IsPlain(file))
        {
            throw new InvalidDataException(
                $"its constant '{name}' lies in {Excerpt.Quote(file)}, which is no plain file name");
        }

        long length = entries.ContainsKey("length") ? Number("length") : wanted ?? 0;
        return length == wanted
            ? new ExternalData(file, Number("offset"), length)
            : throw new InvalidDataException(
                $"its constant '{name}' has {length} bytes, not the {wanted} of its shape");
    }

    private static GraphValue ReadValue(ReadOnlySpan<byte> bytes)
    {
        string name = string.Empty;
        ElementType type = ElementType.Undefined;
        List<GraphDimension>? shape = null;
        ProtoReader reader = new(bytes);
        while (reader.Read())
        {
            switch (reader.Field)
            {
                case Value.Name:
                    name = reader.Text;
                    break;
                case Value.Type:
                    (type, shape) = ReadType(reader.Content);
                    break;
            }
        }

        return new GraphValue(name, type, shape);
    }

    private static (ElementType Type, List<GraphDimension>? Shape) ReadType(ReadOnlySpan<byte> bytes)
    {
        ElementType type = ElementType.Undefined;
        List<GraphDimension>? shape = null;
        ProtoReader outer = new(bytes);
        while (outer.Read())
        {
            if (outer.Field != OnnxFields.Type.Tensor)
            {
                continue;
            }

            ProtoReader reader = new(outer.Content);
            while (reader.Read())
            {
                switch (reader.Field)
                {
                    case TensorType.Element:
                        type = (ElementType)reader.WholeNumber;
                        break;
                    case TensorType.Shape:
                        shape = ReadShape(reader.Content);
                        break;
                }
            }
        }

        return (type, shape);
    }

    private static List<GraphDimension> ReadShape(ReadOnlySpan<byte> bytes)
    {
        List<GraphDimension> shape = [];
        ProtoReader reader = new(bytes);
        while (reader.Read())
        {
            GraphDimension dimension = default;
            ProtoReader inner = new(reader.Content);
            while (inner.Read())
            {
                dimension = inner.Field switch
                {
                    Dimension.Size => inner.WholeNumber,
                    Dimension.Name => inner.Text,
                    _ => dimension,
                };
            }

            shape.Add(dimension);
        }

        return shape;
    }
}
