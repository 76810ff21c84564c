using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Aligner.Architecture.Tests;

/// <summary>Code of classes that use each other in ways of one's choice.</summary>
internal sealed class MadeUpModule : IDisposable
{
    private const MethodAttributes Static = MethodAttributes.Public | MethodAttributes.Static;

    private readonly Dictionary<string, TypeDefinition> _types = [];
    private int _members;

    /// <summary>The code.</summary>
    public ModuleDefinition Module { get; } = ModuleDefinition.CreateModule("MadeUp", ModuleKind.Dll);

    /// <summary>Lets a class use another; both are made if there are none of these full names.</summary>
    public MadeUpModule Use(string from, string to, UseKind kind = UseKind.Field)
    {
        Add(Get(from), Get(to), kind);
        return this;
    }

    public void Dispose() => Module.Dispose();

    private void Add(TypeDefinition from, TypeDefinition to, UseKind kind)
    {
        switch (kind)
        {
            case UseKind.Base:
                from.BaseType = to;
                break;
            case UseKind.Field:
                from.Fields.Add(new FieldDefinition(NextName(), FieldAttributes.Public, to));
                break;
            case UseKind.ArrayOfList:
                GenericInstanceType list = new(Module.ImportReference(typeof(List<>))) { GenericArguments = { to } };
                from.Fields.Add(new FieldDefinition(NextName(), FieldAttributes.Public, new ArrayType(list)));
                break;
            case UseKind.Attribute:
                MethodDefinition constructor = AddMethod(to);
                from.CustomAttributes.Add(new CustomAttribute(constructor));
                break;
            case UseKind.Parameter:
                AddMethod(from).Parameters.Add(new ParameterDefinition(to));
                break;
            case UseKind.Result:
                AddMethod(from).ReturnType = to;
                break;
            case UseKind.Local:
                AddMethod(from).Body.Variables.Add(new VariableDefinition(to));
                break;
            case UseKind.Call:
                MethodDefinition called = AddMethod(to);
                AddMethod(from).Body.GetILProcessor().Emit(OpCodes.Call, called);
                break;
            case UseKind.Catch:
                AddMethod(from).Body.ExceptionHandlers.Add(
                    new ExceptionHandler(ExceptionHandlerType.Catch) { CatchType = to });
                break;
            case UseKind.Constraint:
                GenericParameter parameter = new("T", from);
                parameter.Constraints.Add(new GenericParameterConstraint(to));
                from.GenericParameters.Add(parameter);
                break;
            case UseKind.InNestedClass:
                TypeDefinition nested = new(
                    string.Empty, NextName(), TypeAttributes.NestedPrivate, Module.TypeSystem.Object);
                from.NestedTypes.Add(nested);
                Add(nested, to, UseKind.Field);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(kind));
        }
    }

    private TypeDefinition Get(string fullName)
    {
        if (!_types.TryGetValue(fullName, out TypeDefinition? type))
        {
            int dot = fullName.LastIndexOf('.');
            type = new TypeDefinition(
                fullName[..dot], fullName[(dot + 1)..], TypeAttributes.Public, Module.TypeSystem.Object);
            Module.Types.Add(type);
            _types.Add(fullName, type);
        }

        return type;
    }

    private MethodDefinition AddMethod(TypeDefinition type)
    {
        MethodDefinition method = new(NextName(), Static, Module.TypeSystem.Void);
        type.Methods.Add(method);
        return method;
    }

    private string NextName() => $"M{_members++}";
}
