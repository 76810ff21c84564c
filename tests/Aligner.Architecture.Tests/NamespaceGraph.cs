using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace Aligner.Architecture.Tests;

/// <summary>Which namespaces of an assembly use which, by the types in its signatures and method bodies.</summary>
internal sealed class NamespaceGraph
{
    private readonly string _root;
    private readonly Dictionary<(string From, string To), string> _uses = [];

    /// <param name="module">The code of the assembly.</param>
    /// <param name="root">Its root namespace.</param>
    public NamespaceGraph(ModuleDefinition module, string root)
    {
        _root = root;
        foreach (TypeDefinition type in module.GetAllTypes())
        {
            foreach (TypeReference used in Types(type).SelectMany(Parts).Where(used => used.Scope == module))
            {
                (string from, string to) = (NamespaceOf(type), NamespaceOf(used));
                if (from != to && from.StartsWith(root, StringComparison.Ordinal))
                {
                    _uses.TryAdd((from, to), $"{type.FullName} uses {used.FullName}");
                }
            }
        }
    }

    /// <summary>
    /// Cycles between the folders of one folder, at every level; of the root, its own types make a folder too. A folder
    /// and its subfolders may use each other, as a registry and its entries do.
    /// </summary>
    /// <returns>A line for each use within a cycle.</returns>
    public IReadOnlyList<string> Cycles()
    {
        HashSet<string> parents =
            [_root, .. _uses.Keys.SelectMany(use => Ancestors(use.From).Concat(Ancestors(use.To)))];
        return [.. parents.SelectMany(CyclesBelow).Order(StringComparer.Ordinal)];
    }

    private IEnumerable<string> CyclesBelow(string parent)
    {
        (string From, string To, string Example)[] edges = [.. _uses
            .Select(use => (From: Child(parent, use.Key.From), To: Child(parent, use.Key.To), Example: use.Value))
            .Where(edge => edge.From is not null && edge.To is not null && edge.From != edge.To)
            .Select(edge => (edge.From!, edge.To!, edge.Example))];
        ILookup<string, string> next = edges.ToLookup(edge => edge.From, edge => edge.To);
        return edges.Where(edge => Reaches(next, edge.To, edge.From))
            .Select(edge => $"{edge.From} → {edge.To}: {edge.Example}");
    }

    /// <summary>The folder of <paramref name="parent"/> that a namespace lies in; null for none.</summary>
    private string? Child(string parent, string name) =>
        name == parent ? parent == _root ? "(root)" : null
        : name.StartsWith(parent + ".", StringComparison.Ordinal) ? name[(parent.Length + 1)..].Split('.')[0]
        : null;

    private IEnumerable<string> Ancestors(string name)
    {
        for (int dot = name.LastIndexOf('.'); dot > _root.Length; dot = name.LastIndexOf('.', dot - 1))
        {
            yield return name[..dot];
        }
    }

    private static bool Reaches(ILookup<string, string> next, string from, string to)
    {
        HashSet<string> seen = [from];
        Stack<string> open = new(seen);
        while (open.TryPop(out string? place))
        {
            if (place == to)
            {
                return true;
            }

            foreach (string other in next[place].Where(seen.Add))
            {
                open.Push(other);
            }
        }

        return false;
    }

    private static IEnumerable<TypeReference> Types(TypeDefinition type) =>
    [
        .. type.BaseType is null ? [] : (TypeReference[])[type.BaseType],
        .. type.Interfaces.Select(entry => entry.InterfaceType),
        .. type.Fields.Select(field => field.FieldType),
        .. Attributes(type),
        .. type.Fields.SelectMany(Attributes),
        .. type.Properties.SelectMany(Attributes),
        .. Constraints(type),
        .. type.Methods.SelectMany(Types),
    ];

    private static IEnumerable<TypeReference> Types(MethodDefinition method) =>
    [
        method.ReturnType,
        .. method.Parameters.Select(parameter => parameter.ParameterType),
        .. Attributes(method),
        .. Constraints(method),
        .. method.HasBody ? Types(method.Body) : [],
    ];

    private static IEnumerable<TypeReference> Types(MethodBody body) =>
    [
        .. body.Variables.Select(variable => variable.VariableType),
        .. body.ExceptionHandlers.Select(handler => handler.CatchType),
        .. body.Instructions.SelectMany(Types),
    ];

    private static IEnumerable<TypeReference> Attributes(ICustomAttributeProvider member) =>
        member.CustomAttributes.SelectMany(attribute => attribute.ConstructorArguments
            .Select(argument => argument.Value).OfType<TypeReference>().Prepend(attribute.AttributeType));

    private static IEnumerable<TypeReference> Constraints(IGenericParameterProvider member) =>
        member.GenericParameters.SelectMany(parameter => parameter.Constraints).Select(entry => entry.ConstraintType);

    private static IEnumerable<TypeReference> Types(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        GenericInstanceMethod call => [call.DeclaringType, .. call.GenericArguments],
        MemberReference member => [member.DeclaringType],
        _ => [],
    };

    /// <summary>The types that a type is put together of, such as the elements of an array.</summary>
    private static IEnumerable<TypeReference> Parts(TypeReference? type) => type switch
    {
        null => [],
        GenericInstanceType generic => [generic.ElementType, .. generic.GenericArguments.SelectMany(Parts)],
        TypeSpecification outer => Parts(outer.ElementType),
        GenericParameter => [],
        _ => [type],
    };

    private static string NamespaceOf(TypeReference type) =>
        type.DeclaringType is { } outer ? NamespaceOf(outer) : type.Namespace;
}
