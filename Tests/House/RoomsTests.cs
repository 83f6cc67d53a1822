using System.Text.RegularExpressions;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.House;

/// <summary>Which room may know which: the table of ARCHITECTURE.md, held against every source file.</summary>
public partial class RoomsTests
{
    /// <summary>Room (as a path) → the namespaces of ours that it may import, besides itself.</summary>
    static readonly (string Room, string[] MayImport)[] Table =
    [
        ("Data", []),
        ("Migrations", ["Data"]),
        ("Web/Assets", []),
        ("Web/Live", ["Data", "Web.Assets"]),
        ("Web/Messaging", ["Data"]),
        ("Web/Jobs", ["Data", "Web.Live", "Web.Messaging", "Web.Consistency"]),
        ("Web/Consistency", ["Data", "Web.Live", "Web.Jobs"]),
        ("Web/Access", ["Data", "Web.Live"]),
        ("Web/Measures", ["Data", "Web.Live", "Web.Access"]),
        ("Web/Switches", ["Data", "Web.Live"]),
        (
            "Web/Pages",
            [
                "Data",
                "Web.Assets",
                "Web.Live",
                "Web.Access",
                "Web.Messaging",
                "Web.Switches",
                "Web.Jobs",
                "Web.Consistency",
            ]
        ),
        (
            "Web/Hosting",
            [
                "Data",
                "Migrations",
                "Web.Assets",
                "Web.Live",
                "Web.Access",
                "Web.Measures",
                "Web.Messaging",
            ]
        ),
    ];

    public static TheoryData<string> Rooms => [.. Table.Select(row => row.Room)];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_imports_only_what_its_row_allows(string room)
    {
        var allowed = Table
            .Single(row => row.Room == room)
            .MayImport.Append(room.Replace('/', '.'))
            .ToArray();
        var strangers = Sources(room)
            .SelectMany(file => Imports(file).Select(import => (file, import)))
            .Where(found => !allowed.Any(name => IsWithin(found.import, name)))
            .Where(found => !IsKnownByItsLinks(found.file, found.import))
            .Select(found =>
                $"{Path.GetRelativePath(Repository.Root, found.file)} imports {found.import}"
            );

        Assert.Empty(strangers);
    }

    [Fact]
    public void A_feature_knows_of_another_only_its_links_and_fragments()
    {
        var pages = Path.Combine(Repository.Root, "Web", "Pages");
        var features = Directory
            .GetDirectories(pages)
            .Select(Path.GetFileName)
            .Where(name => name != "Shared")
            .ToArray();
        var strangers =
            from feature in features.Append("Shared")
            from file in Sources($"Web/Pages/{feature}")
            from import in Imports(file)
            where features.Any(other => other != feature && IsWithin(import, $"Web.Pages.{other}"))
            where !IsKnownByItsLinks(file, import)
            select $"{Path.GetRelativePath(Repository.Root, file)} knows {import}";

        Assert.Empty(strangers);
    }

    [Fact]
    public void A_fragment_is_markup_out_of_parameters()
    {
        var injecting = Directory
            .EnumerateFiles(
                Path.Combine(Repository.Root, "Web"),
                "*.razor",
                SearchOption.AllDirectories
            )
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal))
            .Where(file => Injection().IsMatch(File.ReadAllText(file)));

        Assert.Empty(injecting);
    }

    [Fact]
    public void A_script_imports_only_its_neighbours()
    {
        var strangers = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "wwwroot", "js"), "*.js")
            .SelectMany(file =>
                ScriptImport()
                    .Matches(File.ReadAllText(file))
                    .Select(match => (file, From: match.Groups[1].Value))
            )
            .Where(found =>
                !found.From.StartsWith("./", StringComparison.Ordinal)
                && found.From is not ("idb" or "uplot")
                // The one table that the server reads, too.
                && found.From != "../troubles.json"
            );

        Assert.Empty(strangers);
    }

    static bool IsWithin(string import, string name) =>
        import == name || import.StartsWith(name + ".", StringComparison.Ordinal);

    // Of pages elsewhere one knows where they are, and the fragments that they show; no other type.
    static bool IsKnownByItsLinks(string file, string import)
    {
        var folder = Path.Combine(
            Repository.Root,
            import.Replace('.', Path.DirectorySeparatorChar)
        );
        if (!IsWithin(import, "Web.Pages") || !Directory.Exists(folder))
            return false;
        var text = File.ReadAllText(file);
        var names = Directory
            .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(Path.GetFileNameWithoutExtension)
            .Where(name => !name!.EndsWith("Links", StringComparison.Ordinal))
            .Select(name => name!.Replace(".cshtml", "Model", StringComparison.Ordinal));
        return !names.Any(name =>
            Regex.IsMatch(
                text,
                $@"\b{Regex.Escape(name)}\b",
                RegexOptions.None,
                TimeSpan.FromSeconds(1)
            )
        );
    }

    static IEnumerable<string> Sources(string room) =>
        Directory
            .EnumerateFiles(Path.Combine(Repository.Root, room), "*.*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".cshtml" or ".razor")
            .Where(file =>
                !file.Contains("/obj/", StringComparison.Ordinal)
                && !file.Contains("/bin/", StringComparison.Ordinal)
            );

    static IEnumerable<string> Imports(string file) =>
        Import().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value);

    [GeneratedRegex(
        @"^(?:@)?using (?:static )?StaffDashboard\.([\w.]+?)(?:;|\s*$)",
        RegexOptions.Multiline
    )]
    private static partial Regex Import();

    [GeneratedRegex(@"@inject\b|\[Inject\]")]
    private static partial Regex Injection();

    [GeneratedRegex(
        @"^(?:import|export)(?:[^'"";]*?\sfrom)?\s*['""]([^'""]+)['""]",
        RegexOptions.Multiline
    )]
    private static partial Regex ScriptImport();
}
