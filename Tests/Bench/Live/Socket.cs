using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace StaffDashboard.Bench.Live;

/// <summary>SignalR's JSON protocol over a bare WebSocket, as light as it can be: a thousand of them share two cores.</summary>
sealed class Socket(Action<long, ReadOnlySpan<byte>> hear) : IAsyncDisposable
{
    const byte End = 0x1e;
    static readonly byte[] Ping = [.. """{"type":6}"""u8, End];

    readonly ClientWebSocket socket = new();
    TaskCompletionSource answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    byte[] buffer = new byte[2048];
    Task reading = Task.CompletedTask;

    internal async Task WatchAsync(Uri site, string cookie, string[] topics)
    {
        socket.Options.SetRequestHeader("Cookie", cookie);
        await socket.ConnectAsync(
            new UriBuilder(site) { Scheme = "ws", Path = "/live" }.Uri,
            CancellationToken.None
        );
        reading = ReadAsync();
        await SendAsync("""{"protocol":"json","version":1}""");
        await CallAsync("Watch", topics, "");
    }

    internal Task ShowAsync(string[] passes) => CallAsync("Show", [passes]);

    // One call at a time: nothing says which of them an answer belongs to.
    async Task CallAsync(string target, params object[] arguments)
    {
        answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await SendAsync(
            JsonSerializer.Serialize(
                new
                {
                    type = 1,
                    invocationId = "1",
                    target,
                    arguments,
                }
            )
        );
        await answered.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    /// <summary>The hub hangs up on whoever is silent for half a minute.</summary>
    internal Task PingAsync() =>
        socket.State == WebSocketState.Open
            ? socket.SendAsync(Ping, WebSocketMessageType.Text, true, CancellationToken.None)
            : Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        socket.Abort();
        await reading;
        socket.Dispose();
    }

    Task SendAsync(string message) =>
        socket.SendAsync(
            (byte[])[.. Encoding.UTF8.GetBytes(message), End],
            WebSocketMessageType.Text,
            true,
            CancellationToken.None
        );

    async Task ReadAsync()
    {
        var kept = 0;
        try
        {
            while (true)
            {
                if (kept == buffer.Length)
                    Array.Resize(ref buffer, buffer.Length * 2);
                var got = await socket.ReceiveAsync(buffer.AsMemory(kept), CancellationToken.None);
                if (got.MessageType == WebSocketMessageType.Close)
                    return;
                kept = TakeAll(kept + got.Count, Stopwatch.GetTimestamp());
            }
        }
        catch (Exception e)
            when (e is WebSocketException or OperationCanceledException or ObjectDisposedException)
        { }
    }

    /// <summary>Hears every whole message and moves what is left to the front.</summary>
    int TakeAll(int length, long now)
    {
        var unread = buffer.AsSpan(0, length);
        while (unread.IndexOf(End) is >= 0 and var end)
        {
            Take(unread[..end], now);
            unread = unread[(end + 1)..];
        }
        unread.CopyTo(buffer);
        return unread.Length;
    }

    void Take(ReadOnlySpan<byte> message, long now)
    {
        if (message.IndexOf("\"type\":1,"u8) >= 0)
            hear(now, message);
        else if (message.IndexOf("\"error\""u8) >= 0)
            answered.TrySetException(
                new InvalidOperationException(Encoding.UTF8.GetString(message))
            );
        else if (message.IndexOf("\"type\":3"u8) >= 0)
            answered.TrySetResult();
    }
}
