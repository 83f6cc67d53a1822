namespace StaffDashboard.Web.Hosting.Embedded;

/// <summary>How the programs are started so that PostgreSQL never sees root, and where they and the data then stand.</summary>
sealed record Unprivileged(string[] Prefix, string Native, string Data)
{
    static readonly string[] Namespace =
    [
        "unshare",
        "--user",
        "--map-user=1000",
        "--map-group=1000",
    ];
    static readonly string[] Nobody =
    [
        "setpriv",
        "--reuid=nobody",
        "--regid=nogroup",
        "--clear-groups",
    ];

    internal static async Task<Unprivileged> FindAsync(EmbeddedOptions options, string native)
    {
        var data = Path.Combine(options.DataFolder, "postgres");
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess)
            return new([], native, data);
        if (!options.WithoutNamespaces && await Works(Namespace))
            return new(Namespace, native, data);
        if (await Works(Nobody))
            return await AsNobodyAsync(options, native, data);
        throw new StartRefused(
            StartRefused.Unavailable,
            "PostgreSQL does not run as root, and neither unshare nor setpriv works here: start StaffDashboard as an ordinary user, or set ConnectionStrings__StaffDashboard."
        );
    }

    static async Task<bool> Works(string[] prefix) =>
        (await Tool.RunAsync([.. prefix, "true"])).Code == 0;

    /// <summary>Nobody cannot enter root's folders: the programs and the data move to one it can enter.</summary>
    static async Task<Unprivileged> AsNobodyAsync(
        EmbeddedOptions options,
        string native,
        string data
    )
    {
        var home = HomeOf(options.DataFolder);
        var (programs, moved) = (Path.Combine(home, "native"), Path.Combine(home, "postgres"));
        options.Say(
            $"User namespaces are refused here: PostgreSQL runs as nobody, with its data in {moved}."
        );
        Directory.CreateDirectory(home);
        if (!Directory.Exists(programs))
            await DoAsync("cp", "-a", native, programs);
        if (Directory.Exists(data) && !Directory.Exists(moved))
            await DoAsync("cp", "-a", data, moved);
        await DoAsync("chown", "-R", "nobody:nogroup", home);
        return new(Nobody, programs, moved);
    }

    internal static string HomeOf(string dataFolder)
    {
        var name = System.Security.Cryptography.SHA256.HashData(
            System.Text.Encoding.UTF8.GetBytes(dataFolder)
        );
        return Path.Combine("/var/lib/staffdashboard", Convert.ToHexStringLower(name)[..12]);
    }

    static async Task DoAsync(params string[] command)
    {
        var (code, said) = await Tool.RunAsync(command);
        if (code != 0)
            throw new StartRefused(
                StartRefused.CannotWrite,
                $"{string.Join(' ', command)} failed: {said.Trim()}"
            );
    }
}
