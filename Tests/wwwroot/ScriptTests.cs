using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Scripts;

/// <summary>The scripts' own tests, which stand beside this file and run under node.</summary>
public class ScriptTests
{
    public static TheoryData<string> Files =>
        [
            .. Directory
                .GetFiles(Path.Combine(Repository.Root, "Tests", "wwwroot"), "*.test.mjs")
                .Select(file => Path.GetFileName(file)),
        ];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_script_passes_its_tests(string file)
    {
        var (exitCode, said) = await NodeTool.RunAsync("--test", $"Tests/wwwroot/{file}");

        Assert.True(exitCode == 0, said);
    }
}
