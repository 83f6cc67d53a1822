using System.Diagnostics;
using StaffDashboard.Bench.Live;
using StaffDashboard.Bench.Support;

namespace StaffDashboard.Bench.Herd;

/// <summary>One browser that shows some pieces of one person. What it saw is told to the change that is going on.</summary>
sealed class Watcher : IAsyncDisposable
{
    readonly Uri site;
    readonly SignedIn who;
    readonly Guid person;
    readonly Func<Change?> change;
    readonly Socket socket;
    readonly string topic;
    readonly Piece[] pieces;

    internal Watcher(
        Uri site,
        SignedIn who,
        Guid person,
        string[] parts,
        bool isPushed,
        Func<Change?> change
    )
    {
        (this.site, this.who, this.person, this.change) = (site, who, person, change);
        topic = $"person:{person}";
        IsPushed = isPushed;
        pieces = [.. parts.Select(part => new Piece(this, part))];
        socket = new Socket(Hear);
    }

    internal bool IsPushed { get; }

    internal async Task OpenAsync(string[] passes)
    {
        await socket.WatchAsync(site, who.Cookie, [topic, "work-roles"]);
        if (IsPushed)
            await socket.ShowAsync(passes);
    }

    internal Task PingAsync() => socket.PingAsync();

    internal async Task AskAsync(Piece piece)
    {
        var now = change();
        now?.Asked();
        using var get = new HttpRequestMessage(
            HttpMethod.Get,
            new Uri(site, $"/team/{person}?part={piece.Part}")
        );
        get.Headers.Add("HX-Request", "true");
        if (piece.Tag is { } tag)
            get.Headers.Add("HX-PTag", tag);
        try
        {
            using var answer = await who.Http.SendAsync(get);
            var html = await answer.Content.ReadAsByteArrayAsync();
            piece.Tag = answer.Headers.TryGetValues("HX-PTag", out var tags) ? tags.First() : null;
            piece.Show(now, Stopwatch.GetTimestamp(), html, isPushed: false);
        }
        catch (HttpRequestException)
        {
            now?.Failed();
        }
    }

    public ValueTask DisposeAsync() => socket.DisposeAsync();

    void Hear(long when, ReadOnlySpan<byte> message)
    {
        if (Heard.Is(message, "\"changed\""u8))
        {
            var notice = Heard.Changed(message);
            if (notice.Topics.Contains(topic))
                foreach (var piece in pieces)
                    piece.Tell(notice);
        }
        else if (Heard.Is(message, "\"fragment\""u8))
        {
            var (node, state) = Heard.Pushed(message);
            foreach (var piece in pieces)
                if (piece.Is(message) && piece.Take(node, state))
                    piece.Show(change(), when, message, isPushed: true);
        }
    }
}
