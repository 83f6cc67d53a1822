using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using StaffDashboard.Data;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Tests.Web.Live;

/// <summary>The Live room alone on a real port: several of them on one database are several nodes.</summary>
public sealed class LiveNode : IAsyncDisposable
{
    readonly WebApplication app;
    readonly HttpClient http = new();

    LiveNode(WebApplication app) => this.app = app;

    public Uri Site => new(app.Urls.First());

    public Sessions Sessions => Get<Sessions>();

    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    /// <param name="connectionString">Of the database that it reads.</param>
    /// <param name="adapt">Last word on the services.</param>
    public static async Task<LiveNode> StartAsync(
        string connectionString,
        Action<IServiceCollection>? adapt = null
    )
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.Services.AddSingleton(_ => NpgsqlDataSource.Create(connectionString));
        builder.Services.AddSingleton<Sessions>();
        builder.Services.AddSingleton<ISessionCheck>(services =>
            services.GetRequiredService<Sessions>()
        );
        builder.Services.AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>();
        builder.Services.AddAuthentication().AddCookie();
        builder.Services.AddAuthorization();
        builder.Services.AddLive();
        builder.Services.AddSingleton(
            new TopicRules()
                .Allow("team", (_, _) => true)
                .Allow("work-roles", (_, _) => true)
                .Allow("person:{id}", (_, _) => true)
                .Allow("users", (viewer, _) => viewer.IsAdmin)
                .Allow("settings:{user}", (viewer, key) => viewer.Id?.ToString() == key)
        );
        adapt?.Invoke(builder.Services);
        var server = builder.Build();
        server.UseWebSockets();
        server.UseLive();
        server.UseAuthentication();
        server.UseAuthorization();
        server.MapLive();
        server.MapPost("/account/sign-in", SignInAsync);
        server.MapGet("/notes", CountNotesAsync);
        await server.StartAsync();
        var node = new LiveNode(server);
        await Eventually.TrueAsync(() => Task.FromResult(node.Get<Position>().IsCurrent));
        return node;
    }

    public async Task<LiveClient> ConnectAsync(
        Guid? user = null,
        string session = "s1",
        UserRole role = UserRole.Staff
    ) => await LiveClient.ConnectAsync(Site, await CookieAsync(user, session, role));

    public async Task<string> CookieAsync(
        Guid? user = null,
        string session = "s1",
        UserRole role = UserRole.Staff
    )
    {
        var query = $"?user={user ?? Guid.CreateVersion7()}&session={session}&role={role}";
        var answer = await http.PostAsync(new Uri(Site, "/account/sign-in" + query), null);
        return answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }

    public Task StopAsync() => app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
    }

    /// <summary>A fragment of memory: how many notes there are.</summary>
    public async Task<string> NotesAsync(string? teller = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Site, "/notes"));
        request.Headers.Add(Node.Header, teller);
        var answer = await http.SendAsync(request);
        return await answer.Content.ReadAsStringAsync();
    }

    static async Task<string> CountNotesAsync(FragmentCache fragments, NpgsqlDataSource database) =>
        (
            await fragments.GetAsync(
                "notes",
                "all",
                ["notes"],
                async stop =>
                {
                    await using var count = database.CreateCommand("select count(*) from notes");
                    return $"{await count.ExecuteScalarAsync(stop)}";
                }
            )
        ).Html;

    static Task SignInAsync(HttpContext context, string user, string session, string role) =>
        context.SignInAsync(
            CookieAuthenticationDefaults.AuthenticationScheme,
            new ClaimsPrincipal(
                new ClaimsIdentity(
                    [
                        new(ClaimTypes.NameIdentifier, user),
                        new(ClaimTypes.Name, "Bea"),
                        new(ClaimTypes.Role, role),
                        new(LiveConnections.SessionClaim, session),
                    ],
                    "test"
                )
            )
        );
}

/// <summary>Stands for the sessions table: which sessions have ended.</summary>
public sealed class Sessions : ISessionCheck
{
    readonly ConcurrentDictionary<string, bool> ended = [];

    public void End(string session) => ended[session] = true;

    public Task<bool> IsStillGoodAsync(Viewer viewer, string? session) =>
        Task.FromResult(!ended.ContainsKey(session ?? ""));
}
