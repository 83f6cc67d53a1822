using System.Net;
using System.Net.Http.Json;
using StaffDashboard.Bench.Support;

namespace StaffDashboard.Bench.Sync;

/// <summary>An open page that tells of itself as wwwroot/js/measure.js does after an ordinary minute.</summary>
sealed class Reporter(SignedIn who)
{
    internal const int ConfirmsAReport = 2;
    static readonly Uri Address = new("/measures", UriKind.Relative);

    readonly Guid tab = Guid.CreateVersion7();

    internal async Task<HttpStatusCode> SendAsync()
    {
        using var answer = await who.Http.PostAsJsonAsync(Address, Report());
        return answer.StatusCode;
    }

    object Report() =>
        new
        {
            id = Guid.CreateVersion7(),
            browser = tab,
            page = new
            {
                path = "/team",
                opened = 600_000,
                state = "live",
                transport = "WebSockets",
                latency = 21.5,
                waiting = 0,
                oldest = (double?)null,
                version = "1.0.0",
                leaving = false,
            },
            minutes = new[]
            {
                new
                {
                    age = 60_000,
                    figures = new[]
                    {
                        Values("sync.confirmed", "", 31.2, 48.9),
                        Values("sync.seen", "", 27.1, 33.4, 41, 29.8, 60.3),
                        Values("sync.state", "live", 58.2),
                        Values("sync.state", "poor", 1.8),
                        new Figure("sync.refresh", "", null, 1),
                    },
                },
            },
            events = new[]
            {
                new
                {
                    age = 12_000,
                    kind = "refresh",
                    detail = "",
                    ms = (double?)null,
                },
            },
        };

    static Figure Values(string name, string label, params double[] values) =>
        new(name, label, values, null);

    sealed record Figure(string Name, string Label, double[]? Values, int? Count);
}
