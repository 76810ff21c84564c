namespace Aligner.Architecture.Tests;

/// <summary>How a class uses another.</summary>
internal enum UseKind
{
    Base,
    Field,
    ArrayOfList,
    Attribute,
    Parameter,
    Result,
    Local,
    Call,
    Catch,
    Constraint,
    InNestedClass,
}
