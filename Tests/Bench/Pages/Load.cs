using System.Diagnostics;
using System.Net;
using StaffDashboard.Bench.Support;

namespace StaffDashboard.Bench.Pages;

/// <summary>Many connections, each asking for one address after another, for a while.</summary>
sealed record Load(double ASecond, Samples Took)
{
    internal const int Connections = 16;

    internal static async Task<Load> RunAsync(
        Uri site,
        string cookie,
        IReadOnlyList<string> addresses,
        bool quick,
        int warmUp = 3
    )
    {
        using var http = new HttpClient(
            new SocketsHttpHandler
            {
                UseCookies = false,
                AllowAutoRedirect = false,
                MaxConnectionsPerServer = Connections,
            }
        )
        {
            BaseAddress = site,
        };
        http.DefaultRequestHeaders.Add("Cookie", cookie);
        await ForAsync(http, addresses, TimeSpan.FromSeconds(quick ? 1 : warmUp));
        return await ForAsync(http, addresses, TimeSpan.FromSeconds(quick ? 2 : 6));
    }

    internal static async Task<Load> ForAsync(
        HttpClient http,
        IReadOnlyList<string> addresses,
        TimeSpan howLong
    )
    {
        var took = new Samples();
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(
            Enumerable
                .Range(0, Connections)
                .Select(_ => Task.Run(() => AskAsync(http, addresses, began, howLong, took)))
        );
        return new Load(took.Count / Stopwatch.GetElapsedTime(began).TotalSeconds, took);
    }

    static async Task AskAsync(
        HttpClient http,
        IReadOnlyList<string> addresses,
        long began,
        TimeSpan howLong,
        Samples took
    )
    {
        while (Stopwatch.GetElapsedTime(began) < howLong)
        {
            var asked = Stopwatch.GetTimestamp();
            var address = new Uri(addresses[Random.Shared.Next(addresses.Count)], UriKind.Relative);
            using var answer = await http.GetAsync(address);
            if (answer.StatusCode != HttpStatusCode.OK)
                throw new InvalidOperationException(
                    $"{address} was answered with {answer.StatusCode}."
                );
            took.AddSince(asked);
        }
    }
}
