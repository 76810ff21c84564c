namespace Aligner.Cli.Tests;

/// <summary>What a run of the tool left behind.</summary>
internal sealed record ToolResult(int ExitCode, string Output, string Error)
{
    /// <summary>Fails the test, with what the tool said, unless the run succeeded silently.</summary>
    public ToolResult ShouldSucceed()
    {
        Error.ShouldBe(string.Empty);
        ExitCode.ShouldBe(0);
        return this;
    }

    /// <summary>Fails the test unless the run ended with the code and one message that holds all the parts.</summary>
    public ToolResult ShouldFail(int exitCode, params string[] parts)
    {
        ExitCode.ShouldBe(exitCode, Error);
        Error.ShouldStartWith("aligner: ");
        Error.ShouldNotContain("   at ");
        foreach (string part in parts)
        {
            Error.ShouldContain(part);
        }

        return this;
    }
}
