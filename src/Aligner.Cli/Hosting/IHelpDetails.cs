namespace Aligner.Cli.Hosting;

/// <summary>What the help says about an option or an argument beyond what the parser knows.</summary>
internal interface IHelpDetails
{
    /// <summary>What happens where the option is absent, if the parser has no default value for it.</summary>
    string? Default { get; }

    /// <summary>The names that the value may have; empty where it is free.</summary>
    IReadOnlyList<Choice> Choices { get; }
}
