using System.Globalization;
using Aligner.Neural.OnnxRuntime;
using static Aligner.Neural.Graphs.OnnxFields;

namespace Aligner.Neural.Graphs;

/// <summary>Writes a graph as an <c>.onnx</c> file (<c>ModelProto</c>).</summary>
public static class OnnxWriter
{
    /// <summary>That of ONNX 1.15, the first with operator set 20.</summary>
    private const long IrVersion = 9;

    /// <summary>The bytes of the file.</summary>
    public static byte[] Write(OnnxGraph graph)
    {
        ProtoWriter model = new();
        model.Integer(Model.IrVersion, IrVersion);
        model.Text(Model.Producer, "aligner");
        model.Message(Model.Graph, writer => WriteGraph(writer, graph));
        foreach ((string domain, long version) in graph.OperatorSets)
        {
            model.Message(Model.OperatorSet, writer =>
            {
                writer.Text(OperatorSet.Domain, domain);
                writer.Integer(OperatorSet.Version, version);
            });
        }

        return model.Written.ToArray();
    }

    private static void WriteGraph(ProtoWriter writer, OnnxGraph graph)
    {
        foreach (GraphNode node in graph.Nodes)
        {
            writer.Message(OnnxFields.Graph.Node, inner => WriteNode(inner, node));
        }

        writer.Text(OnnxFields.Graph.Name, graph.Name);
        foreach (GraphTensor constant in graph.Constants)
        {
            writer.Message(OnnxFields.Graph.Initializer, inner => WriteTensor(inner, constant));
        }

        foreach (GraphValue input in graph.Inputs)
        {
            writer.Message(OnnxFields.Graph.Input, inner => WriteValue(inner, input));
        }

        foreach (GraphValue output in graph.Outputs)
        {
            writer.Message(OnnxFields.Graph.Output, inner => WriteValue(inner, output));
        }
    }

    private static void WriteNode(ProtoWriter writer, GraphNode node)
    {
        foreach (string input in node.Inputs)
        {
            writer.Item(Node.Input, input);
        }

        foreach (string output in node.Outputs)
        {
            writer.Item(Node.Output, output);
        }

        writer.Text(Node.Name, node.Name);
        writer.Text(Node.Operator, node.Operator);
        foreach (GraphParameter attribute in node.Attributes)
        {
            writer.Message(Node.Attribute, inner => WriteAttribute(inner, attribute));
        }

        writer.Text(Node.Domain, node.Domain);
    }

    private static void WriteAttribute(ProtoWriter writer, GraphParameter attribute)
    {
        writer.Text(OnnxFields.Attribute.Name, attribute.Name);
        int type;
        switch (attribute.Value)
        {
            case float value:
                writer.Float(OnnxFields.Attribute.Float, value);
                type = AttributeType.Float;
                break;
            case long value:
                writer.Integer(OnnxFields.Attribute.Integer, value);
                type = AttributeType.Integer;
                break;
            case string value:
                writer.Item(OnnxFields.Attribute.Text, value);
                type = AttributeType.Text;
                break;
            case GraphTensor value:
                writer.Message(OnnxFields.Attribute.Tensor, inner => WriteTensor(inner, value));
                type = AttributeType.Tensor;
                break;
            case float[] values:
                Array.ForEach(values, value => writer.Float(OnnxFields.Attribute.Floats, value));
                type = AttributeType.Floats;
                break;
            case long[] values:
                Array.ForEach(values, value => writer.Integer(OnnxFields.Attribute.Integers, value));
                type = AttributeType.Integers;
                break;
            default:
                throw new NotSupportedException($"attribute {attribute.Name} is a {attribute.Value.GetType().Name}");
        }

        writer.Integer(OnnxFields.Attribute.Type, type);
    }

    private static void WriteTensor(ProtoWriter writer, GraphTensor tensor)
    {
        foreach (long dimension in tensor.Shape)
        {
            writer.Integer(OnnxFields.Tensor.Dimension, dimension);
        }

        writer.Integer(OnnxFields.Tensor.Type, (long)tensor.Type);
        writer.Text(OnnxFields.Tensor.Name, tensor.Name);
        if (tensor.External is not ExternalData external)
        {
            writer.Bytes(OnnxFields.Tensor.RawData, tensor.Data.Span);
            return;
        }

        WriteEntry(writer, "location", external.File);
        WriteEntry(writer, "offset", external.Offset.ToString(CultureInfo.InvariantCulture));
        WriteEntry(writer, "length", external.Length.ToString(CultureInfo.InvariantCulture));
        writer.Integer(OnnxFields.Tensor.DataLocation, 1);
    }

    private static void WriteEntry(ProtoWriter writer, string key, string value) =>
        writer.Message(OnnxFields.Tensor.ExternalData, inner =>
        {
            inner.Text(Entry.Key, key);
            inner.Text(Entry.Value, value);
        });

    private static void WriteValue(ProtoWriter writer, GraphValue value)
    {
        writer.Text(Value.Name, value.Name);
        if (value.Type == ElementType.Undefined)
        {
            return;
        }

        writer.Message(Value.Type, type => type.Message(OnnxFields.Type.Tensor, tensor =>
        {
            tensor.Integer(TensorType.Element, (long)value.Type);
            if (value.Shape is not null)
            {
                tensor.Message(TensorType.Shape, shape => WriteShape(shape, value.Shape));
            }
        }));
    }

    private static void WriteShape(ProtoWriter writer, IReadOnlyList<GraphDimension> shape)
    {
        foreach (GraphDimension dimension in shape)
        {
            writer.Message(OnnxFields.Shape.Dimension, inner =>
            {
                if (dimension.Size is long size)
                {
                    inner.Integer(Dimension.Size, size);
                }
                else
                {
                    inner.Text(Dimension.Name, dimension.Name ?? string.Empty);
                }
            });
        }
    }
}
