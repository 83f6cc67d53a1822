using StaffDashboard.Data.Conflicts;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Data.Conflicts;

public class LastWriteWinsTests(TestPostgres postgres)
{
    [Fact]
    public async Task Every_column_of_the_list_is_one_that_there_is()
    {
        await using var database = await postgres.CloneAsync();
        foreach (var column in LastWriteWins.Columns)
        {
            var (table, name) = column.Split('.') is [var t, var n] ? (t, n) : ("", "");
            var known = await database.AskAsync<long>(
                $"select count(*) from information_schema.columns where table_name = '{table}' and column_name = '{name}'"
            );
            Assert.True(known == 1, column);
        }
    }

    [Fact]
    public void Only_there_nobody_is_asked()
    {
        var own = new Tried("user_settings", "theme", "Theme", "system", "dark", "light");

        Assert.Equal(new Merged("dark", IsConflict: false), own.Result);
        Assert.True((own with { Table = "employees", Column = "name" }).Result.IsConflict);
    }
}
