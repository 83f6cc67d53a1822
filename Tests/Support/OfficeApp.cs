using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using StaffDashboard.Data.Users;

namespace StaffDashboard.Tests.Support;

/// <summary>
/// The whole program on a real port over one database. Several on the same database are several
/// nodes; one disposed and another started on its port is a node that was restarted.
/// </summary>
public sealed class OfficeApp : IAsyncDisposable
{
    readonly Node node;
    readonly TempFolder folder;

    OfficeApp(TestDatabase database, Node node, TempFolder folder)
    {
        Database = database;
        this.node = node;
        this.folder = folder;
        // The factory's own idea of it is now and then still that of no server at all.
        Address = new(
            node.Services.GetRequiredService<IServer>()
                .Features.Get<IServerAddressesFeature>()!
                .Addresses.First()
        );
    }

    public TestDatabase Database { get; }
    public SettableClock Clock => node.Clock;
    public IServiceProvider Services => node.Services;
    public Uri Address { get; }

    /// <param name="port">0 takes any free one.</param>
    /// <param name="adapt">Last word on the services.</param>
    /// <param name="settings">Such as ("StaffDashboard:OfficeName", "Ours").</param>
    public static async Task<OfficeApp> StartAsync(
        TestDatabase database,
        int port = 0,
        Action<IServiceCollection>? adapt = null,
        params (string Key, string Value)[] settings
    )
    {
        await TestUsers.EnsureAsync(database);
        var ownFolder = new TempFolder();
        var started = new Node(
            adapt,
            [
                ("ConnectionStrings:StaffDashboard", database.AppConnectionString),
                ("StaffDashboard:DataFolder", ownFolder.Path),
                ("urls", $"http://127.0.0.1:{port}"),
                // What recurs would work beside every test; who tries that switches it on.
                ("StaffDashboard:Jobs", "off"),
                .. settings,
            ]
        );
        // Given a port, the factory would write it into a program that may already have started by itself.
        started.UseKestrel();
        started.StartServer();
        return new OfficeApp(database, started, ownFolder);
    }

    /// <summary>A browser of somebody who has not signed in.</summary>
    public Visitor Stranger() => new(Address);

    public async Task<Visitor> SignInAsync(UserRole role = UserRole.Staff)
    {
        var visitor = Stranger();
        await visitor.SignInAsync(TestUsers.EmailOf(role), TestUsers.Password);
        return visitor;
    }

    public async ValueTask DisposeAsync()
    {
        await node.DisposeAsync();
        folder.Dispose();
    }

    sealed class Node(Action<IServiceCollection>? adapt, (string Key, string Value)[] settings)
        : WebApplicationFactory<Program>
    {
        internal SettableClock Clock { get; } = new();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            foreach (var (key, value) in settings)
                builder.UseSetting(key, value);
            builder.UseEnvironment("Production");
            builder.ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Error));
            builder.ConfigureTestServices(services =>
            {
                services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
                services.Configure<PasswordHasherOptions>(hasher =>
                    hasher.IterationCount = TestUsers.Rounds
                );
                adapt?.Invoke(services);
            });
        }
    }
}
