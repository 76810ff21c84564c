namespace Aligner.Cli.Tests;

/// <summary>A test class whose tests each have a tool in a folder of its own.</summary>
public abstract class ToolTests : IDisposable
{
    /// <summary>The tool under test.</summary>
    protected Tool Tool { get; } = new();

    public void Dispose()
    {
        Tool.Dispose();
        GC.SuppressFinalize(this);
    }
}
