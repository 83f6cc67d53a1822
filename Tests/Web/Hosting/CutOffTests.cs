using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Hosting;

public sealed class CutOffTests(TestPostgres postgres) : IAsyncLifetime
{
    const string Form = "application/x-www-form-urlencoded";
    const string Parts = "multipart/form-data; boundary=part";

    readonly Ear ear = new();
    TestDatabase database = null!;
    OfficeApp app = null!;
    Visitor manager = null!;

    public async ValueTask InitializeAsync()
    {
        database = await postgres.OfficeAsync();
        app = await OfficeApp.StartAsync(
            database,
            adapt: services =>
                services.AddSingleton<IStartupFilter>(ear).AddSingleton<ILoggerProvider>(ear)
        );
        manager = await app.SignInAsync(UserRole.Manager);
    }

    public async ValueTask DisposeAsync()
    {
        manager.Dispose();
        await app.DisposeAsync();
        await database.DisposeAsync();
        ear.Dispose();
    }

    [Theory]
    [InlineData("/admin/work-roles", Form, "Name=Bar&Hue=3", true, false)]
    [InlineData("/admin/work-roles", Form, "Name=Bar&Hue=3", true, true)]
    [InlineData("/admin/work-roles", Form, "Name=Bar&Hue=3", false, true)]
    [InlineData("/admin/work-roles", Parts, "--part\r\n\r\nName", true, true)]
    [InlineData("/team/import", Parts, "$FILE", true, true)]
    [InlineData("/team/import", Parts, "$FILE", true, false)]
    [InlineData("/measures", "application/json", "{\"a\":", true, true)]
    public async Task A_form_that_is_cut_on_its_way_saves_nothing_and_is_no_fault(
        string path,
        string type,
        string body,
        bool hasKey,
        bool isReset
    )
    {
        var token = await manager.TokenAsync();
        var file =
            $"--part\r\nContent-Disposition: form-data; name=\"__RequestVerificationToken\"\r\n\r\n{token}\r\n--part\r\nContent-Disposition: form-data; name=\"File\"; filename=\"a.csv\"\r\nContent-Type: text/csv\r\n\r\nName,Phone\r\nAnn,+49 151 1234567\r\n";
        var sent = body.Replace("$FILE", file, StringComparison.Ordinal);
        var lines = new List<string>
        {
            $"POST {path} HTTP/1.1",
            $"Host: {app.Address.Authority}",
            $"Cookie: {manager.CookieHeader}",
            $"Content-Type: {type}",
            $"RequestVerificationToken: {token}",
            string.Create(CultureInfo.InvariantCulture, $"Content-Length: {sent.Length + 500}"),
        };
        if (hasKey)
            lines.Add($"Idempotency-Key: {Guid.CreateVersion7()}");

        ear.Listen();
        using (var socket = new TcpClient())
        {
            await socket.ConnectAsync("127.0.0.1", app.Address.Port);
            var head = string.Join("\r\n", lines) + "\r\n\r\n";
            await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head + sent));
            await ear.Begun;
            if (isReset)
                socket.LingerState = new LingerOption(true, 0);
            else
                socket.Client.Shutdown(SocketShutdown.Send);
            socket.Close();
        }
        await ear.Ended;

        Assert.True(ear.Said.IsEmpty, string.Join("\n", ear.Said));
        // What a line broke in two may look like what never was whole.
        Assert.True(ear.Status is 499 or 400, $"{ear.Status}");
        Assert.Equal(0, await database.AskAsync<long>("select count(*) from work_roles"));
        Assert.Equal(0, await database.AskAsync<long>("select count(*) from imports"));
        Assert.Equal(0, await database.AskAsync<long>("select count(*) from saved_answers"));
    }

    [Theory]
    [InlineData("/admin/work-roles", "--part\r\n\r\nName", true)]
    [InlineData("/admin/work-roles", "--part\r\n\r\nName", false)]
    [InlineData("/admin/work-roles", "nothing", true)]
    [InlineData("/team/import", "--part\r\n\r\nName", false)]
    public async Task A_form_without_an_end_is_refused_and_is_no_fault(
        string path,
        string body,
        bool hasKey
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Headers.Add("RequestVerificationToken", await manager.TokenAsync());
        if (hasKey)
            request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        request.Content = new ByteArrayContent(Encoding.ASCII.GetBytes(body));
        request.Content.Headers.Add("Content-Type", Parts);
        ear.Listen();

        using var answer = await manager.Http.SendAsync(
            request,
            TestContext.Current.CancellationToken
        );

        Assert.True(ear.Said.IsEmpty, string.Join("\n", ear.Said));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(0, await database.AskAsync<long>("select count(*) from work_roles"));
    }

    /// <summary>Hears what is logged as a fault, and when the program is through with a form.</summary>
    sealed class Ear : IStartupFilter, ILoggerProvider, ILogger
    {
        TaskCompletionSource begun = new();
        TaskCompletionSource ended = new();
        bool isListening;

        public ConcurrentQueue<string> Said { get; } = new();
        public int Status { get; private set; }
        public Task Begun => begun.Task.WaitAsync(TimeSpan.FromSeconds(30));
        public Task Ended => ended.Task.WaitAsync(TimeSpan.FromSeconds(30));

        public void Listen() => (isListening, begun, ended) = (true, new(), new());

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.Use(HearAsync);
                next(app);
            };

        async Task HearAsync(HttpContext context, RequestDelegate next)
        {
            var isMine = isListening && context.Request.Method == "POST";
            if (isMine)
                begun.TrySetResult();
            try
            {
                await next(context);
            }
            finally
            {
                if (isMine)
                {
                    Status = context.Response.StatusCode;
                    ended.TrySetResult();
                }
            }
        }

        public ILogger CreateLogger(string categoryName) => this;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            if (isListening && IsEnabled(logLevel))
                Said.Enqueue($"{formatter(state, exception)} {exception}");
        }

        public void Dispose() { }
    }
}
