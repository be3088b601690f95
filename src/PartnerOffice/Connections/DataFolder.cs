namespace PartnerOffice.Connections;

/// <summary>The service's folder: what lies in it is the board's, and nobody else's on this machine.</summary>
internal static class DataFolder
{
    /// <summary>Makes it for its own account only; one that is there already is left as it is.</summary>
    public static void Make(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
