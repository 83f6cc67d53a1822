using Microsoft.AspNetCore.SignalR;
using StaffDashboard.Bench.Live;

namespace StaffDashboard.Bench.Herd;

/// <summary>A bare program that sends everybody what it was given: nobody asks, nothing is read, nothing is checked.</summary>
static class HerdFloor
{
    internal static Task<WebApplication> Build(WebApplicationBuilder builder)
    {
        builder.Services.AddSignalR();
        var app = builder.Build();
        app.MapHub<FloorHub>("/live");
        app.MapPost("/tell", TellAsync);
        return Task.FromResult(app);
    }

    static async Task TellAsync(HttpRequest request, IHubContext<FloorHub> hub)
    {
        using var reader = new StreamReader(request.Body);
        var html = await reader.ReadToEndAsync();
        // Not awaited: as in the product, whoever made the change does not wait for those who watch.
        _ = hub.Clients.All.SendAsync(
            "fragment",
            new
            {
                html,
                tag = "",
                node = "",
                state = 1,
            }
        );
    }
}
