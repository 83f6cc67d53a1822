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
        // The first tables were recorded before there was a function that makes recorders; it has taken them over.
        migration.Sql(
            $"""
            do $records$ begin
              if to_regproc('record_changes') is not null then
                perform record_changes('{table}', {arguments});
              else
                {string.Concat(Kinds.Select(First))}
              end if;
              if to_regproc('keep_keys') is not null then
                perform keep_keys('{table}');
              end if;
            end $records$;
            """
        );

        string First((string Kind, string Rows) made) =>
            $"""
                    create trigger {table}_records_{made.Kind} after {made.Kind} on {table} referencing {made.Rows}
                      for each statement execute function record_{made.Kind}({arguments});
                """;
    }

    static readonly (string Kind, string Rows)[] Kinds =
    [
        ("insert", "new table as n"),
        ("update", "old table as o new table as n"),
        ("delete", "old table as o"),
    ];

    /// <summary>Runs a file of SQL that stands beside the migrations, for what EF cannot say.</summary>
    public static void SqlFile(this MigrationBuilder migration, string name)
    {
        using var stream = typeof(RecordsExtensions).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        migration.Sql(reader.ReadToEnd());
    }
}
