using System.Net;
using Npgsql;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Messaging;

public sealed class OutboxTests(TestPostgres postgres) : IAsyncLifetime
{
    TestDatabase database = null!;

    public async ValueTask InitializeAsync() => database = await postgres.CloneAsync();

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task A_letter_arrives_as_it_was_written_with_all_that_mail_programs_ask_for()
    {
        using var server = await MailServer.StartAsync("--plain");
        await using var app = await MailedOffice.StartAsync(database, server);
        var queued = await MailedOffice.QueueAsync(
            database,
            unsubscribe: $"{MailedOffice.Site}/reports/unsubscribe?token={new string('x', 300)}"
        );

        var mime = await Mime.ReadAsync((await server.NextAsync()).Text);

        Assert.Equal("Grüße", mime.Subject);
        Assert.Equal("office@sender.example.test", mime.From);
        Assert.Equal(["bea@example.test"], mime.To);
        Assert.Equal("Zoë sagt „hallo“.", mime.Text.Trim());
        Assert.Equal("<p>Zoë sagt „hallo“.</p>", mime.Html.Trim());
        Assert.Equal($"<{queued.Unsubscribe}>", mime.Headers["list-unsubscribe"]);
        Assert.Equal("List-Unsubscribe=One-Click", mime.Headers["list-unsubscribe-post"]);
        Assert.EndsWith("@sender.example.test>", mime.MessageId, StringComparison.Ordinal);
        Assert.True((mime.Date - queued.At).Duration() < TimeSpan.FromMinutes(5));
        var sent = await MailedOffice.DoneAsync(database, queued.Id);
        Assert.NotNull(sent.SentAt);
        Assert.Equal(mime.MessageId, sent.MessageId);
        Assert.Equal("Zoë sagt „hallo“.", sent.Text);
    }

    [Theory]
    [InlineData("x\r\nBcc: all@evil.example")]
    [InlineData("x\nBcc: all@evil.example")]
    [InlineData("x\u2028Bcc: all@evil.example")]
    [InlineData("x\u2029Bcc: all@evil.example")]
    [InlineData("x\u0085Bcc: all@evil.example")]
    public async Task Nobody_writes_headers_of_their_own(string text)
    {
        using var server = await MailServer.StartAsync("--plain");
        await using var app = await MailedOffice.StartAsync(database, server);
        var to = await MailedOffice.QueueAsync(database, to: $"bea@example.test{text[1..]}");
        var link = await MailedOffice.QueueAsync(
            database,
            unsubscribe: $"https://a.example/{text}"
        );
        var subject = await MailedOffice.QueueAsync(database, subject: text);

        Assert.NotNull((await MailedOffice.DoneAsync(database, to.Id)).FailedAt);
        Assert.NotNull((await MailedOffice.DoneAsync(database, link.Id)).FailedAt);
        Assert.NotNull((await MailedOffice.DoneAsync(database, subject.Id)).SentAt);
        var received = await server.NextAsync();
        Assert.Equal(["bea@example.test"], received.To);
        var mime = await Mime.ReadAsync(received.Text);
        Assert.DoesNotContain("bcc", mime.Headers.Keys);
        Assert.Equal(
            text.Length,
            mime.Subject.Replace("\r\n", "  ", StringComparison.Ordinal).Length
        );
    }

    [Fact]
    public async Task A_look_that_finds_no_letter_wakes_nobody()
    {
        await database.RunAsync("update letters set due_at = now()");
        Assert.Equal(0, await CallsAsync());

        await MailedOffice.QueueAsync(database);
        await database.RunAsync("update letters set due_at = now()");
        Assert.Equal(2, await CallsAsync());

        Task<long> CallsAsync() =>
            database.AskAsync<long>(
                "select count(*) from change_log where topics @> array['letters']"
            );
    }

    [Fact]
    public async Task Two_nodes_deliver_each_letter_once()
    {
        using var server = await MailServer.StartAsync("--plain");
        var letters = new List<Guid>();
        for (var i = 0; i < 30; i++)
            letters.Add((await MailedOffice.QueueAsync(database, subject: $"Letter {i}")).Id);
        await using var one = await MailedOffice.StartAsync(database, server);
        await using var two = await MailedOffice.StartAsync(database, server);

        foreach (var letter in letters)
            Assert.NotNull((await MailedOffice.DoneAsync(database, letter)).SentAt);
        await MailedOffice.QueueAsync(database, subject: "The last");
        var subjects = new List<string>();
        do subjects.Add((await Mime.ReadAsync((await server.NextAsync()).Text)).Subject);
        while (subjects[^1] != "The last");

        Assert.Equal(31, subjects.Count);
        Assert.Equal(31, subjects.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task A_letter_that_another_node_is_sending_blocks_no_other()
    {
        using var server = await MailServer.StartAsync("--plain");
        var taken = await MailedOffice.QueueAsync(database, subject: "Taken");
        await database.RunAsync("update letters set due_at = due_at - interval '1 minute'");
        var next = await MailedOffice.QueueAsync(database, subject: "Next");
        await using var other = new NpgsqlConnection(database.SuperuserConnectionString);
        await other.OpenAsync(TestContext.Current.CancellationToken);
        await using var taking = await other.BeginTransactionAsync(
            TestContext.Current.CancellationToken
        );
        await using var command = new NpgsqlCommand(
            $"select from letters where id = '{taken.Id}' for update",
            other
        );
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        await using var app = await MailedOffice.StartAsync(database, server);

        Assert.NotNull((await MailedOffice.DoneAsync(database, next.Id)).SentAt);
        await taking.RollbackAsync(TestContext.Current.CancellationToken);
        Assert.NotNull((await MailedOffice.DoneAsync(database, taken.Id)).SentAt);
    }

    [Fact]
    public async Task What_could_not_be_sent_is_tried_again_later_under_the_same_name()
    {
        using var server = await MailServer.StartAsync("--plain", "--refuse=451x1");
        await using var app = await MailedOffice.StartAsync(database, server);
        var letter = await MailedOffice.QueueAsync(database);
        var first = await Mime.ReadAsync((await server.NextAsync()).Text);
        await Eventually.TrueAsync(async () =>
            await database.AskAsync<string>("select problem from letters") is { Length: > 0 }
        );

        app.Clock.Advance(TimeSpan.FromSeconds(11));

        var second = await Mime.ReadAsync((await server.NextAsync()).Text);
        Assert.Equal(first.MessageId, second.MessageId);
        var sent = await MailedOffice.DoneAsync(database, letter.Id);
        Assert.Equal((2, null), (sent.Tries, sent.Problem));
    }

    [Fact]
    public async Task A_mailbox_that_is_not_there_is_given_up_shown_and_tried_again_by_hand()
    {
        using var server = await MailServer.StartAsync("--plain", "--unknown=gone@example.test");
        await using var app = await MailedOffice.StartAsync(database, server);
        var letter = await MailedOffice.QueueAsync(database, to: "gone@example.test");
        var failed = await MailedOffice.DoneAsync(database, letter.Id);
        Assert.Contains("No such mailbox", failed.Problem, StringComparison.Ordinal);
        using var admin = await app.SignInAsync(UserRole.Admin);
        var page = await admin.GetPageAsync($"/admin/outbox/{letter.Id}");
        Assert.Contains("No such mailbox", page.Body!.TextContent, StringComparison.Ordinal);

        using var again = await admin.PostAsync($"/admin/outbox/{letter.Id}?handler=Again");

        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        await Eventually.TrueAsync(async () =>
            await database.AskAsync<DateTime>("select failed_at from letters")
            > failed.FailedAt!.Value.UtcDateTime
        );
    }

    [Fact]
    public async Task A_letter_of_a_killed_node_is_taken_over_under_the_same_name()
    {
        using var holding = await MailServer.StartAsync("--plain", "--hold");
        using var server = await MailServer.StartAsync("--plain");
        await TestUsers.EnsureAsync(database);
        using var folder = new TempFolder();
        using var node = WebProcess.Start(
            "--urls http://127.0.0.1:0",
            [
                ("ConnectionStrings__StaffDashboard", database.AppConnectionString),
                ("StaffDashboard__DataFolder", folder.Path),
                .. Environment(MailedOffice.Settings(holding)),
            ]
        );
        await node.OpenAsync();
        var letter = await MailedOffice.QueueAsync(database);
        var first = await Mime.ReadAsync((await holding.NextAsync()).Text);

        node.Kill();
        await using var other = await MailedOffice.StartAsync(database, server);
        other.Clock.Advance(TimeSpan.FromMinutes(3));

        var second = await Mime.ReadAsync((await server.NextAsync()).Text);
        Assert.Equal(first.MessageId, second.MessageId);
        Assert.Equal(2, (await MailedOffice.DoneAsync(database, letter.Id)).Tries);
    }

    [Fact]
    public async Task A_letter_goes_out_over_TLS_to_a_server_that_somebody_vouches_for()
    {
        using var folder = new TempFolder();
        var (certificate, key) = TestCertificate.Write(folder.Path);
        using var server = await MailServer.StartAsync($"--cert={certificate}", $"--key={key}");
        await TestUsers.EnsureAsync(database);
        using var node = WebProcess.Start(
            "--urls http://127.0.0.1:0",
            [
                ("ConnectionStrings__StaffDashboard", database.AppConnectionString),
                ("StaffDashboard__DataFolder", folder.Path),
                ("SSL_CERT_FILE", certificate),
                .. Environment(MailedOffice.Settings(server, tls: true)),
            ]
        );
        await node.OpenAsync();

        await MailedOffice.QueueAsync(database);

        Assert.True((await server.NextAsync()).Secure);
    }

    [Fact]
    public async Task What_lets_somebody_in_is_wiped_when_it_has_gone_and_never_shown()
    {
        using var server = await MailServer.StartAsync("--plain");
        await using var app = await MailedOffice.StartAsync(database, server);
        using var admin = await app.SignInAsync(UserRole.Admin);
        using var invited = await admin.PostAsync(
            "/admin/users/new",
            ("Form.Email", "bea@example.test"),
            ("Form.Role", "Staff")
        );
        var id = await database.AskAsync<Guid>("select id from letters");

        var mime = await Mime.ReadAsync((await server.NextAsync()).Text);

        Assert.Contains(
            $"{MailedOffice.Site}/account/invitation?",
            mime.Text,
            StringComparison.Ordinal
        );
        var sent = await MailedOffice.DoneAsync(database, id);
        Assert.Equal(("", ""), (sent.Text, sent.Html));
        Assert.False(sent.CanBeSentAgain);
        // Were it still to be sent, nobody could read it here all the same.
        await database.RunAsync("update letters set text = 'Come in: https://office/invitation'");
        var page = await admin.GetPageAsync($"/admin/outbox/{id}");
        Assert.DoesNotContain("Come in", page.Body!.TextContent, StringComparison.Ordinal);
        await database.RunAsync("update letters set text = ''");
        using var again = await admin.PostAsync($"/admin/outbox/{id}?handler=Again");
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
    }

    [Fact]
    public async Task A_link_whose_time_is_over_is_not_sent()
    {
        using var server = await MailServer.StartAsync("--plain");
        await using var app = await MailedOffice.StartAsync(database, server);

        var letter = await MailedOffice.QueueAsync(
            database,
            secretUntil: app.Clock.GetUtcNow().AddSeconds(-1)
        );

        var failed = await MailedOffice.DoneAsync(database, letter.Id);
        Assert.NotNull(failed.FailedAt);
        Assert.Equal("", failed.Text);
    }

    static IEnumerable<(string, string)> Environment((string Key, string Value)[] settings) =>
        settings.Select(s =>
            ("StaffDashboard__" + s.Key.Replace(":", "__", StringComparison.Ordinal), s.Value)
        );
}
