using StaffDashboard.Bench.Live;
using StaffDashboard.Bench.Support;

namespace StaffDashboard.Bench.Soak;

/// <summary>Somebody at work: looks at the team, opens a person, watches them, saves them, and goes on to the next.</summary>
sealed class Desk(SignedIn who, Uri site, IReadOnlyList<Guid> people)
{
    internal int Requests { get; private set; }

    internal async Task WorkAsync(CancellationToken stop)
    {
        for (var turn = 0; !stop.IsCancellationRequested; turn++)
        {
            var person = people[turn % people.Count];
            await GetAsync("/team");
            await GetAsync($"/team/{person}");
            await GetAsync($"/team/{person}/history");
            await using var socket = new Socket((_, _) => { });
            await socket.WatchAsync(site, who.Cookie, ["team", $"person:{person}"]);
            var form = await ContactForm.OpenAsync(who, person);
            await form.SaveAsync($"Person {person:N} {turn}", Guid.CreateVersion7().ToString());
            Requests += 3;
        }
    }

    async Task GetAsync(string path)
    {
        using var answer = await who.Http.GetAsync(new Uri(path, UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        Requests++;
    }
}
