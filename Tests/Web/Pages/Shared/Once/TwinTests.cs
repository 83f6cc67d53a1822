using System.Data.Common;
using System.Net;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Pages.Shared.Once;

/// <summary>A request begins again, and its twin takes the key before it can.</summary>
public sealed class TwinTests(TestPostgres postgres) : IAsyncLifetime
{
    const string Taken = "what the twin was answered";
    readonly Guid person = Guid.CreateVersion7();
    readonly Guid role = Guid.CreateVersion7();
    TestDatabase database = null!;
    OfficeApp app = null!;

    public async ValueTask InitializeAsync()
    {
        database = await postgres.CloneAsync();
        await database.RunAsync(
            $$"""
            insert into employees (id, name, skills, employment, always_needed, notes, opening_hours)
            values ('{{person}}', 'Ann', '{}', 'FullTime', false, 'Theirs', 0);
            insert into work_roles (id, name, hue) values ('{{role}}', 'Bar', 1)
            """
        );
        app = await OfficeApp.StartAsync(
            database,
            adapt: services => services.AddSingleton<IInterceptor>(new Twin(database))
        );
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task It_is_answered_as_its_twin_was()
    {
        using var manager = await app.SignInAsync(UserRole.Manager);
        await using var other = new NpgsqlConnection(database.SuperuserConnectionString);
        await other.OpenAsync(Stop);
        await using var deletes = await other.BeginTransactionAsync(Stop);
        await using (
            var delete = new NpgsqlCommand($"delete from work_roles where id = '{role}'", other)
        )
            await delete.ExecuteNonQueryAsync(Stop);

        // It waits for the role, finds it gone, and begins again to say so.
        var answering = manager.PostAsync(
            "/team/bulk",
            ("ids", $"{person}"),
            ("Action", "SetRole"),
            ("Role", $"{role}"),
            ("__Key", $"{Guid.CreateVersion7()}")
        );
        await Eventually.TrueAsync(() =>
            database.AskAsync<bool>(
                "select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock')"
            )
        );
        await deletes.CommitAsync(Stop);

        using var answer = await answering;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.Contains("Idempotent-Replay"));
        Assert.Equal(Taken, await answer.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task What_is_refused_is_answered_as_its_twin_was_who_did_it()
    {
        using var manager = await app.SignInAsync(UserRole.Manager);

        using var answer = await manager.PostAsync(
            $"/team/{person}/notes",
            ("Notes", "Mine"),
            ("Was[Notes]", "Once"),
            ("__Key", $"{Guid.CreateVersion7()}")
        );

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.Contains("Idempotent-Replay"));
        Assert.Equal(Taken, await answer.Content.ReadAsStringAsync(Stop));
    }

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    sealed class Twin(TestDatabase database) : DbCommandInterceptor, IDbTransactionInterceptor
    {
        object?[]? claim;

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<int> result,
            CancellationToken cancellationToken = default
        )
        {
            if (command.CommandText.Contains("into saved_answers", StringComparison.Ordinal))
                claim =
                [
                    .. command.Parameters.Cast<DbParameter>().Select(parameter => parameter.Value),
                ];
            return ValueTask.FromResult(result);
        }

        public async Task TransactionRolledBackAsync(
            DbTransaction transaction,
            TransactionEndEventData eventData,
            CancellationToken cancellationToken = default
        )
        {
            if (Interlocked.Exchange(ref claim, null) is not { } taken)
                return;
            await using var connection = new NpgsqlConnection(database.SuperuserConnectionString);
            await connection.OpenAsync(cancellationToken);
            await using var insert = new NpgsqlCommand(
                """
                insert into saved_answers (user_id, key, body_hash, path, at, status, headers, body)
                values ($1, $2, $3, $4, clock_timestamp(), 200, '{}', convert_to($5, 'UTF8'))
                """,
                connection
            );
            foreach (var value in (object?[])[.. taken, Taken])
                insert.Parameters.Add(new() { Value = value });
            await insert.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
