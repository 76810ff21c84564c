using System.Globalization;

namespace Aligner.Neural.Pickles;

/// <summary>
/// Reads the tensors of a pickle that <c>torch.save</c> wrote, and nothing else. A pickle is a program for a stack
/// machine, which may call any function of Python; this one knows only the operations that tensors need and the names
/// of <see cref="TorchGlobals"/>. Nothing is ever executed. Time and memory are linear in the size of the pickle.
/// </summary>
internal sealed class TensorUnpickler
{
    private static readonly object Mark = new();

    private readonly PickleBytes _bytes;
    private readonly List<object?> _stack = [];
    private readonly Dictionary<int, object?> _memo = [];

    private TensorUnpickler(byte[] pickle) => _bytes = new PickleBytes(pickle);

    /// <summary>The tensors of the dictionary that the pickle holds; what else is in it is left out.</summary>
    /// <exception cref="InvalidDataException">The pickle is damaged, or wants more than tensors.</exception>
    public static IReadOnlyDictionary<string, PickledTensor> Read(byte[] pickle)
    {
        TensorUnpickler unpickler = new(pickle);
        if (unpickler.Run() is not PickledDictionary dictionary)
        {
            throw unpickler._bytes.Broken("it does not hold a dictionary of tensors");
        }

        Dictionary<string, PickledTensor> tensors = [];
        foreach ((object? key, object? value) in dictionary.Items)
        {
            if (key is string name && value is PickledTensor tensor)
            {
                tensors[name] = tensor;
            }
        }

        return tensors;
    }

    private object? Run()
    {
        while (true)
        {
            byte operation = _bytes.ReadByte();
            switch (operation)
            {
                case 0x80: // PROTO
                    _bytes.ReadByte();
                    break;
                case 0x95: // FRAME
                    _bytes.SkipFrame();
                    break;
                case (byte)'.': // STOP
                    return Pop();
                case (byte)'(': // MARK
                    _stack.Add(Mark);
                    break;
                case (byte)'q' or (byte)'r' or 0x94: // BINPUT, LONG_BINPUT, MEMOIZE
                    int place = operation switch
                    {
                        (byte)'q' => _bytes.ReadByte(),
                        (byte)'r' => _bytes.ReadInt32(),
                        _ => _memo.Count,
                    };
                    _memo[place] = Peek();
                    break;
                case (byte)'h' or (byte)'j': // BINGET, LONG_BINGET
                    int known = operation == 'h' ? _bytes.ReadByte() : _bytes.ReadInt32();
                    _stack.Add(_memo.TryGetValue(known, out object? value) ? value : throw Broken("an unknown object"));
                    break;
                case (byte)'s' or (byte)'u': // SETITEM, SETITEMS
                    SetItems(operation == 's' ? [.. PopMany(2)] : PopToMark());
                    break;
                case (byte)'a' or (byte)'e': // APPEND, APPENDS
                    AppendItems(operation == 'a' ? [.. PopMany(1)] : PopToMark());
                    break;
                case (byte)'b': // BUILD: attributes of the dictionary, such as versions
                    Pop();
                    break;
                case (byte)'R': // REDUCE
                    object? arguments = Pop();
                    _stack.Add(Make(Pop() as TorchGlobal, arguments as object?[] ?? throw Broken("no arguments")));
                    break;
                case (byte)'Q': // BINPERSID
                    _stack.Add(MakeStorage(Pop()));
                    break;
                case (byte)'c': // GLOBAL
                    _stack.Add(FindGlobal(_bytes.ReadLine(), _bytes.ReadLine()));
                    break;
                case 0x93: // STACK_GLOBAL
                    object?[] names = PopMany(2);
                    _stack.Add(FindGlobal(names[0] as string ?? "", names[1] as string ?? ""));
                    break;
                default:
                    _stack.Add(ReadValue(operation));
                    break;
            }
        }
    }

    private object? ReadValue(byte operation) => operation switch
    {
        (byte)'N' => null, // NONE
        0x88 => true, // NEWTRUE
        0x89 => false, // NEWFALSE
        (byte)'J' => (long)_bytes.ReadInt32(), // BININT
        (byte)'K' => (long)_bytes.ReadByte(), // BININT1
        (byte)'M' => (long)_bytes.ReadUInt16(), // BININT2
        0x8A => _bytes.ReadLong(_bytes.ReadByte()), // LONG1
        (byte)'G' => _bytes.ReadDouble(), // BINFLOAT
        (byte)'X' => _bytes.ReadText(_bytes.ReadInt32()), // BINUNICODE
        0x8C => _bytes.ReadText(_bytes.ReadByte()), // SHORT_BINUNICODE
        (byte)'}' => new PickledDictionary(), // EMPTY_DICT
        (byte)']' => new List<object?>(), // EMPTY_LIST
        (byte)')' => Array.Empty<object?>(), // EMPTY_TUPLE
        0x85 => PopMany(1), // TUPLE1
        0x86 => PopMany(2), // TUPLE2
        0x87 => PopMany(3), // TUPLE3
        (byte)'t' => PopToMark(), // TUPLE
        _ => throw Broken(string.Create(
            CultureInfo.InvariantCulture, $"operation 0x{operation:X2} is not for tensors")),
    };

    private TorchGlobal FindGlobal(string module, string name) =>
        TorchGlobals.Find(module, name) ?? throw Broken($"it wants {module}.{name}, which no tensor needs");

    private object Make(TorchGlobal? callee, object?[] arguments) => (callee?.Kind, arguments) switch
    {
        (TorchGlobalKind.Dictionary, []) => new PickledDictionary(),
        (TorchGlobalKind.Parameter, [PickledTensor tensor, ..]) => tensor,
        (TorchGlobalKind.Tensor, [PickledStorage storage, long offset, object?[] shape, object?[] strides, ..])
            when shape.Length == strides.Length =>
            new PickledTensor(storage, NotNegative(offset), ToLongs(shape), ToLongs(strides)),
        _ => throw Broken("a call with other arguments than those of a tensor"),
    };

    private PickledStorage MakeStorage(object? id) =>
        id is object?[] and ["storage", TorchGlobal { Kind: TorchGlobalKind.Storage } type, string key, ..]
            ? new PickledStorage(type.Type, key)
            : throw Broken("a reference to something else than a storage");

    private long[] ToLongs(object?[] numbers) =>
        [.. numbers.Select(number => NotNegative(number as long? ?? throw Broken("a size that is no number")))];

    private long NotNegative(long number) => number >= 0 ? number : throw Broken("a negative size");

    private void SetItems(object?[] items)
    {
        if (Peek() is not PickledDictionary dictionary || items.Length % 2 != 0)
        {
            throw Broken("items without a dictionary");
        }

        for (int i = 0; i < items.Length; i += 2)
        {
            dictionary.Items.Add((items[i], items[i + 1]));
        }
    }

    private void AppendItems(object?[] items)
    {
        if (Peek() is not List<object?> list)
        {
            throw Broken("items without a list");
        }

        list.AddRange(items);
    }

    private object? Peek() => _stack.Count > 0 && _stack[^1] != Mark ? _stack[^1] : throw Broken("the stack is empty");

    private object? Pop()
    {
        object? top = Peek();
        _stack.RemoveAt(_stack.Count - 1);
        return top;
    }

    private object?[] PopMany(int count)
    {
        object?[] items = new object?[count];
        for (int i = count - 1; i >= 0; i--)
        {
            items[i] = Pop();
        }

        return items;
    }

    private object?[] PopToMark()
    {
        int mark = _stack.LastIndexOf(Mark);
        if (mark < 0)
        {
            throw Broken("no mark");
        }

        object?[] items = [.. _stack[(mark + 1)..]];
        _stack.RemoveRange(mark, _stack.Count - mark);
        return items;
    }

    private InvalidDataException Broken(string message) => _bytes.Broken(message);

    private sealed class PickledDictionary
    {
        public List<(object? Key, object? Value)> Items { get; } = [];
    }
}
