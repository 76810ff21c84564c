using System.Runtime.InteropServices;

namespace Aligner.Core.Files;

/// <summary>Tells files from pipes and devices, which .NET does not, without opening them.</summary>
public static partial class FileKinds
{
    private const int CurrentFolder = -100;
    private const uint TypeOnly = 1;
    private const int NotPermitted = 1, NotImplemented = 38;
    private const int TypeMask = 0xF000, Folder = 0x4000, Regular = 0x8000;

    /// <summary>What a path leads to, links followed.</summary>
    public static FileKind Of(string path)
    {
        try
        {
            int? mode = OperatingSystem.IsLinux() ? LinuxMode(path) : OperatingSystem.IsMacOS() ? MacMode(path) : null;
            return mode switch
            {
                0 => FileKind.Missing,
                Regular => FileKind.Regular,
                Folder => FileKind.Folder,
                { } => FileKind.Special,
                null => Guess(path),
            };
        }
        catch (EntryPointNotFoundException)
        {
            return Guess(path);
        }
    }

    // Windows has no such files in folders; elsewhere a sandbox can forbid to ask.
    private static FileKind Guess(string path) =>
        File.Exists(path) ? FileKind.Regular : Directory.Exists(path) ? FileKind.Folder : FileKind.Missing;

    private static int? LinuxMode(string path) =>
        LinuxStat(CurrentFolder, path, 0, TypeOnly, out LinuxStatus status) == 0 ? status.Mode & TypeMask
        : Marshal.GetLastPInvokeError() is NotPermitted or NotImplemented ? null
        : 0;

    private static int? MacMode(string path)
    {
        int result = RuntimeInformation.ProcessArchitecture == Architecture.X64
            ? MacStatX64(path, out MacStatus status)
            : MacStatArm64(path, out status);
        return result == 0 ? status.Mode & TypeMask : 0;
    }

    // Unlike stat, whose structure differs from processor to processor, statx has one.
    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int LinuxStat(int folder, string path, int flags, uint mask, out LinuxStatus status);

    [LibraryImport("libc", EntryPoint = "stat", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int MacStatArm64(string path, out MacStatus status);

    [LibraryImport("libc", EntryPoint = "stat$INODE64", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int MacStatX64(string path, out MacStatus status);

    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct LinuxStatus
    {
        [FieldOffset(28)]
        public ushort Mode;
    }

    [StructLayout(LayoutKind.Explicit, Size = 144)]
    private struct MacStatus
    {
        [FieldOffset(4)]
        public ushort Mode;
    }
}
