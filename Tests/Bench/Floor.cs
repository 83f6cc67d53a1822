using StaffDashboard.Bench.Herd;
using StaffDashboard.Bench.Live;
using StaffDashboard.Bench.Pages;
using StaffDashboard.Bench.Support;

namespace StaffDashboard.Bench;

/// <summary>The least that could do the work, as a process of its own: what the product is measured against.</summary>
static class Floor
{
    internal static Task<Child> StartAsync(string kind, params string[] arguments) =>
        Child.StartAsync(
            [
                Path.Combine(AppContext.BaseDirectory, "StaffDashboard.Bench.dll"),
                "floor",
                kind,
                .. arguments,
            ],
            AppContext.BaseDirectory
        );

    internal static Task RunAsync(string[] arguments) =>
        arguments switch
        {
            ["live", var connection] => ServeAsync(builder => LiveFloor.Build(builder, connection)),
            ["herd"] => ServeAsync(HerdFloor.Build),
            ["pages", var connection, var file] => ServeAsync(builder =>
                PagesFloor.Build(builder, connection, file)
            ),
            _ => throw new ArgumentException("floor live|herd|pages", nameof(arguments)),
        };

    static async Task ServeAsync(Func<WebApplicationBuilder, Task<WebApplication>> build)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = await build(builder);
        await app.StartAsync();
        Console.WriteLine($"The floor is open at {app.Urls.First()}");
        await app.WaitForShutdownAsync();
    }
}
