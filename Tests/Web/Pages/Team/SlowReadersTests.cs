using System.Net;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Extensions.DependencyInjection;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Pages.Shared.Files;

namespace StaffDashboard.Tests.Web.Pages.Team;

/// <summary>Files on their way to readers that hardly read, from a program with few connections to its database.</summary>
public sealed class SlowReadersTests(TestPostgres postgres) : IAsyncLifetime
{
    const int Sockets = 10;
    const string File = "/team/export.csv";

    readonly Rates rates = new();
    TestDatabase database = null!;
    OfficeApp app = null!;

    public async ValueTask InitializeAsync()
    {
        database = await postgres.OfficeAsync();
        // More than all the buffers between two ends of a line hold.
        await database.RunAsync(
            """
            set session_replication_role = replica;
            insert into employees (id, name, skills, employment, always_needed, notes, opening_hours)
            select gen_random_uuid(), 'Person ' || i, '{}', 'Student', false, repeat('note ', 400), 0 from generate_series(1, 12000) i
            """
        );
        app = await OfficeApp.StartAsync(
            database,
            adapt: services =>
            {
                services.AddSingleton(rates);
                services.Configure<MvcOptions>(mvc => mvc.Filters.AddService<Rates>());
            },
            settings: (
                "ConnectionStrings:StaffDashboard",
                $"{database.AppConnectionString};Maximum Pool Size=3;Timeout=5"
            )
        );
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task Slow_downloads_hold_nobody_else_up()
    {
        using var staff = await app.SignInAsync();
        using var manager = await app.SignInAsync(UserRole.Manager);
        using var admin = await app.SignInAsync(UserRole.Admin);
        var readers = new List<SlowReader>();
        try
        {
            foreach (var person in (Visitor[])[staff, manager])
                for (var i = 0; i < Sockets; i++)
                    readers.Add(await SlowReader.OpenAsync(app.Address, File, person.CookieHeader));

            Assert.Equal(
                2 * FileTransfers.AtOnce,
                readers.Count(reader =>
                    reader.Head.StartsWith("HTTP/1.1 200", StringComparison.Ordinal)
                )
            );
            Assert.Equal(
                2 * (Sockets - FileTransfers.AtOnce),
                readers.Count(reader =>
                    reader.Head.StartsWith("HTTP/1.1 429", StringComparison.Ordinal)
                    && reader.Head.Contains("Retry-After:", StringComparison.OrdinalIgnoreCase)
                )
            );
            Assert.True(await IsBusyAsync(UserRole.Staff));
            await admin.GetPageAsync("/team");
            using var stranger = app.Stranger();
            using var ready = await stranger.GetAsync("/health/ready");
            Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
            Assert.True(await IsBusyAsync(UserRole.Manager));
        }
        finally
        {
            readers.ForEach(reader => reader.Dispose());
        }
        await Eventually.TrueAsync(async () => !await IsBusyAsync(UserRole.Staff));
    }

    [Fact]
    public async Task Slow_uploads_hold_nobody_else_up()
    {
        using var manager = await app.SignInAsync(UserRole.Manager);
        using var admin = await app.SignInAsync(UserRole.Admin);
        using var staff = await app.SignInAsync();
        var list = "Name\n" + string.Concat(Enumerable.Repeat("Somebody\n", 10_000));
        var senders = new List<SlowSender>();
        try
        {
            foreach (var person in (Visitor[])[manager, admin])
                for (var i = 0; i < FileTransfers.AtOnce; i++)
                    senders.Add(
                        await SlowSender.OpenAsync(app.Address, "/team/import", person, list)
                    );
            foreach (var role in (UserRole[])[UserRole.Manager, UserRole.Admin])
                await Eventually.TrueAsync(() => IsBusyAsync(role));

            for (var look = 0; look < 10; look++)
                await staff.GetPageAsync("/team?q=nobody");
            Assert.True(await IsBusyAsync(UserRole.Manager));
            Assert.Equal(0, await database.AskAsync<long>("select count(*) from imports"));
        }
        finally
        {
            senders.ForEach(sender => sender.Dispose());
        }
    }

    [Fact]
    public async Task Who_asks_for_a_third_file_is_told_to_wait_for_one_of_the_two()
    {
        using var staff = await app.SignInAsync();
        var files = app.Services.GetRequiredService<FileTransfers>();
        var id = await IdOfAsync(UserRole.Staff);
        using (files.Begin(id))
        using (files.Begin(id))
        {
            using var refused = await staff.GetAsync(File);
            Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
            Assert.Equal("too-many-files", Assert.Single(refused.Headers.GetValues("X-Trouble")));
            Assert.Contains(
                "Two transfers are already running",
                (await Visitor.ParseAsync(refused)).QuerySelector("h1")!.TextContent,
                StringComparison.Ordinal
            );
            using var manager = await app.SignInAsync(UserRole.Manager);
            using var other = await manager.GetAsync(File);
            Assert.Equal(HttpStatusCode.OK, other.StatusCode);
            // Only sending a list is a file on its way, looking at the page is not.
            await staff.GetPageAsync("/team");
        }
        using var again = await staff.GetAsync(File);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Theory]
    [InlineData(File)]
    [InlineData("/team/import/00000000-0000-0000-0000-000000000001/rejected.csv")]
    [InlineData("/admin/audit.csv")]
    [InlineData("/admin/sync-health/figures.csv")]
    public async Task A_download_is_no_slower_than_a_poor_connection(string file)
    {
        using var admin = await app.SignInAsync(UserRole.Admin);
        using var answer = await admin.GetAsync(file);

        Assert.Equal(FileTransferAttribute.Slowest, rates.Sending);
    }

    async Task<bool> IsBusyAsync(UserRole role)
    {
        using var lease = app
            .Services.GetRequiredService<FileTransfers>()
            .Begin(await IdOfAsync(role));
        return !lease.IsAcquired;
    }

    Task<Guid> IdOfAsync(UserRole role) =>
        database.AskAsync<Guid>($"select id from users where role = '{role}'");

    /// <summary>What the server was asked to demand of the line of the last page.</summary>
    sealed class Rates : IPageFilter
    {
        internal MinDataRate? Sending { get; private set; }

        public void OnPageHandlerSelected(PageHandlerSelectedContext context) { }

        public void OnPageHandlerExecuting(PageHandlerExecutingContext context) =>
            Sending = context
                .HttpContext.Features.Get<IHttpMinResponseDataRateFeature>()
                ?.MinDataRate;

        public void OnPageHandlerExecuted(PageHandlerExecutedContext context) { }
    }
}
