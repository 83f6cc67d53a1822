using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Access;

public sealed class RefusedSignInLogTests(TestPostgres postgres) : IAsyncLifetime
{
    readonly Lines log = new();
    TestDatabase database = null!;
    OfficeApp app = null!;

    public async ValueTask InitializeAsync()
    {
        database = await postgres.OfficeAsync();
        app = await OfficeApp.StartAsync(
            database,
            adapt: services =>
                services.AddLogging(logging =>
                    logging.SetMinimumLevel(LogLevel.Warning).AddProvider(log)
                )
        );
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await database.DisposeAsync();
        log.Dispose();
    }

    [Theory]
    [InlineData("staff@example.test", "192.0.2.77", "s…@example.test", "192.0.2.0/24")]
    [InlineData(
        "nobody@example.test",
        "2001:db8:1:2:3:4:5:6",
        "n…@example.test",
        "2001:db8:1:2::/64"
    )]
    [InlineData("my password 4711", "192.0.2.77", "no e-mail address", "192.0.2.0/24")]
    [InlineData("\u001b[31m@example.test", "192.0.2.77", "no e-mail address", "192.0.2.0/24")]
    public async Task It_names_whom_it_concerns_and_nothing_else(
        string email,
        string from,
        string account,
        string network
    )
    {
        using var stranger = app.Stranger();
        stranger.Http.DefaultRequestHeaders.Add("X-Forwarded-For", from);

        using var refused = await stranger.PostAsync(
            "/account/sign-in",
            ("Email", email),
            ("Password", "a guess that is wrong")
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(
            $"Refused a sign-in as {account} from {network}",
            Assert.Single(log.Written, line => line.StartsWith("Refused", StringComparison.Ordinal))
        );
        Assert.DoesNotContain(
            log.Written,
            line => line.Contains("guess", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task So_does_a_wrong_password_of_whoever_is_signed_in()
    {
        using var sam = await app.SignInAsync();
        var id = await database.AskAsync<Guid>(
            $"select id from users where email = '{TestUsers.EmailOf(UserRole.Staff)}'"
        );

        using var refused = await sam.PostAsync(
            "/account/password",
            ("Old", "a guess that is wrong"),
            ("New", "quite another long secret")
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains($"A wrong password was typed in the session of {id}", log.Written);
        Assert.DoesNotContain(
            log.Written,
            line => line.Contains("guess", StringComparison.Ordinal)
        );
    }

    sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Written { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            if (IsEnabled(logLevel))
                Written.Enqueue(formatter(state, exception));
        }

        public void Dispose() { }
    }
}
