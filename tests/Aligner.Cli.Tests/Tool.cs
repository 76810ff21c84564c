using System.Diagnostics;
using System.Text;

namespace Aligner.Cli.Tests;

/// <summary>Starts the built tool as a process of its own, as users do, in a folder that is empty at first.</summary>
public sealed class Tool : IDisposable
{
    private static readonly string Assembly = Path.Combine(AppContext.BaseDirectory, "Aligner.Cli.dll");
    private static readonly string Host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly Dictionary<string, string> _environment = new()
    {
        ["DOTNET_TieredPGO"] = "0",
        ["NO_COLOR"] = "1",
    };

    /// <summary>The folder that the tool runs in.</summary>
    internal string Folder { get; } = Directory.CreateTempSubdirectory("aligner-").FullName;

    /// <summary>The names of the files in the folder, hidden ones too.</summary>
    internal string[] Files => [.. Directory.EnumerateFileSystemEntries(Folder).Select(Path.GetFileName).Order()!];

    /// <summary>Makes a file in the folder and returns its name.</summary>
    internal string Write(string name, string content)
    {
        File.WriteAllText(Path.Combine(Folder, name), content);
        return name;
    }

    /// <summary>The content of a file in the folder.</summary>
    internal string Read(string name) => File.ReadAllText(Path.Combine(Folder, name));

    /// <summary>Sets an environment variable for the runs to come.</summary>
    internal Tool With(string variable, string value)
    {
        _environment[variable] = value;
        return this;
    }

    /// <summary>Runs the tool with arguments separated by blanks and nothing on standard input.</summary>
    internal ToolResult Run(string arguments) => RunWithInput(string.Empty, arguments);

    /// <summary>Runs the tool with text on standard input.</summary>
    internal ToolResult RunWithInput(string input, string arguments) =>
        Finish(Start(Host, [Assembly, .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)]), input);

    /// <summary>
    /// Runs a bash script in which <c>aligner</c> is the tool, <c>traced</c> the tool with the files and sockets that
    /// it opens written to the file <c>trace</c>, <c>killed</c> the tool that is killed when it first renames, and
    /// <c>bare</c> the tool without environment variables.
    /// </summary>
    internal ToolResult Bash(string script) => Finish(
        Start("bash", ["-c", $$"""
            aligner() { "{{Host}}" "{{Assembly}}" "$@"; }
            # Makes the tool a command of its own, for shells other than bash.
            install_aligner() {
                mkdir bin
                printf '#!/bin/sh\nexec "%s" "%s" "$@"\n' "{{Host}}" "{{Assembly}}" > bin/aligner
                chmod +x bin/aligner
                export PATH=$PWD/bin:$PATH HOME=$PWD
            }
            bare() { env -i "{{Host}}" "{{Assembly}}" "$@"; }
            killed() {
              strace -f -qq -o trace -e trace=rename,renameat,renameat2,link,linkat \
                -e inject=rename,renameat,renameat2,link,linkat:signal=KILL:when=1 "{{Host}}" "{{Assembly}}" "$@"
            }
            traced() { strace -f -qq -e trace=socket,openat -o trace "{{Host}}" "{{Assembly}}" "$@"; }
            {{script}}
            """]),
        string.Empty);

    /// <summary>Starts the tool with standard input left open.</summary>
    internal Process Start(string arguments) => Start(Host, [Assembly, .. arguments.Split(' ')]);

    /// <summary>Sends a signal such as <c>INT</c>.</summary>
    internal static void Signal(Process process, string signal)
    {
        using Process kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]);
        kill.WaitForExit();
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private Process Start(string program, IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach ((string variable, string value) in _environment)
        {
            start.Environment[variable] = value;
        }

        return Process.Start(start)!;
    }

    private static ToolResult Finish(Process process, string input)
    {
        using (process)
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync();
            Task<string> error = process.StandardError.ReadToEndAsync();
            try
            {
                process.StandardInput.Write(input);
                process.StandardInput.Close();
            }
            catch (IOException)
            {
                // The tool ended without reading its input.
            }

            if (!process.WaitForExit(Limit))
            {
                process.Kill(entireProcessTree: true);
                throw new TimeoutException($"the tool ran for more than {Limit}");
            }

            return new ToolResult(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
        }
    }
}
