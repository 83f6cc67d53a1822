using Npgsql;

namespace StaffDashboard.Web.Hosting.Embedded;

/// <summary>The three roles and the database, as docs/deploy.md gives them for a server of one's own.</summary>
static class Roles
{
    internal const string Owner = "staffdashboard_owner";
    internal const string App = "staffdashboard_app";
    internal const string Backup = "staffdashboard_backup";

    internal static async Task EnsureAsync(
        NpgsqlConnection superuser,
        Passwords passwords,
        CancellationToken stop
    )
    {
        await EnsureRoleAsync(superuser, Owner, passwords.Owner, "nobypassrls", stop);
        await EnsureRoleAsync(superuser, App, passwords.App, "nobypassrls", stop);
        await EnsureRoleAsync(superuser, Backup, passwords.Backup, "bypassrls", stop);
        await RunAsync(superuser, $"grant pg_read_all_data to {Backup}", stop);
        if (
            !await ExistsAsync(
                superuser,
                $"pg_database where datname = '{EmbeddedOptions.Database}'",
                stop
            )
        )
            await RunAsync(
                superuser,
                $"create database {EmbeddedOptions.Database} owner {Owner} encoding 'UTF8' template template0",
                stop
            );
        await RunAsync(
            superuser,
            $"revoke all on database {EmbeddedOptions.Database} from public",
            stop
        );
        await RunAsync(
            superuser,
            $"grant connect on database {EmbeddedOptions.Database} to {App}, {Backup}",
            stop
        );
    }

    // The password is set again each time: a start that was killed half-way mends itself.
    static async Task EnsureRoleAsync(
        NpgsqlConnection superuser,
        string role,
        string password,
        string bypass,
        CancellationToken stop
    )
    {
        if (!await ExistsAsync(superuser, $"pg_roles where rolname = '{role}'", stop))
            await RunAsync(superuser, $"create role {role}", stop);
        await RunAsync(
            superuser,
            $"alter role {role} login nosuperuser nocreatedb nocreaterole {bypass} password '{password}'",
            stop
        );
    }

    static async Task<bool> ExistsAsync(
        NpgsqlConnection superuser,
        string what,
        CancellationToken stop
    )
    {
        await using var command = new NpgsqlCommand(
            $"select exists (select 1 from {what})",
            superuser
        );
        return (bool)(await command.ExecuteScalarAsync(stop))!;
    }

    static async Task RunAsync(NpgsqlConnection superuser, string sql, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(sql, superuser);
        await command.ExecuteNonQueryAsync(stop);
    }
}
