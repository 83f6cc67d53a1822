using Microsoft.EntityFrameworkCore.Migrations;

namespace StaffDashboard.Migrations;

public static class RecordsExtensions
{
    /// <summary>
    /// From now on every change to the table is written to the trail and announced, whoever makes it and however.
    /// A topic may name a column, as in "person:{id}". "-column" keeps a column out of the trail;
    /// "#column" names the key where it is not "id".
    /// </summary>
    public static void Records(
        this MigrationBuilder migration,
        string table,
        params string[] topics
    )
    {
        var arguments = string.Join(", ", topics.Select(topic => $"'{topic}'"));
        migration.Sql($"select record_changes('{table}', {arguments}), keep_keys('{table}')");
    }

    /// <summary>Runs a file of SQL that stands beside the migrations, for what EF cannot say.</summary>
    public static void SqlFile(this MigrationBuilder migration, string name)
    {
        using var stream = typeof(RecordsExtensions).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        migration.Sql(reader.ReadToEnd());
    }
}
