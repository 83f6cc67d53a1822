using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;

namespace StaffDashboard.Tests.Support;

/// <summary>SignalR's JSON protocol over a bare WebSocket: the .NET client cannot be restored here.</summary>
public sealed class LiveClient : IAsyncDisposable
{
    const char End = '\u001e';
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    readonly ClientWebSocket socket = new();
    readonly Channel<Told> changed = Channel.CreateUnbounded<Told>();
    readonly Channel<Pushed> pushed = Channel.CreateUnbounded<Pushed>();
    readonly TaskCompletionSource<string> goodbye = new();
    readonly Dictionary<string, TaskCompletionSource<JsonElement>> calls = [];
    readonly TaskCompletionSource handshake = new();
    Task reading = Task.CompletedTask;
    int lastCall;

    public sealed record Told(string[] Topics, string? By, string? Origin)
    {
        public long? At { get; init; }
        public long State { get; init; }
        public int Spread { get; init; }
    }

    public sealed record Answer(string Since, string[] Topics, bool All);

    public sealed record Pushed(string Html, string Tag, string Node, long State);

    public sealed record Pong(long At, string Node, string Version);

    /// <summary>The reason the server gave before it closed the socket.</summary>
    public Task<string> Goodbye => goodbye.Task.WaitAsync(Patience);

    /// <summary>Ends when the socket has closed, whoever closed it.</summary>
    public Task Closed => reading.WaitAsync(Patience);

    public static async Task<LiveClient> ConnectAsync(
        Uri site,
        string cookie,
        string? origin = null
    )
    {
        var client = new LiveClient();
        client.socket.Options.SetRequestHeader("Cookie", cookie);
        client.socket.Options.SetRequestHeader(
            "Origin",
            origin ?? site.GetLeftPart(UriPartial.Authority)
        );
        var address = new UriBuilder(site) { Scheme = "ws", Path = "/live" }.Uri;
        using var patience = new CancellationTokenSource(Patience);
        await client.socket.ConnectAsync(address, patience.Token);
        client.reading = client.ReadAsync();
        await client.SendAsync("""{"protocol":"json","version":1}""");
        await client.handshake.Task.WaitAsync(Patience);
        return client;
    }

    /// <summary>Throws with the server's words when it refuses.</summary>
    public async Task<Answer> WatchAsync(string[] topics, string since = "") =>
        (await CallAsync("Watch", topics, since)).Deserialize<Answer>(Json)!;

    /// <summary>The passes of the fragments that this client shows.</summary>
    public Task ShowAsync(params string[] passes) => CallAsync("Show", [passes]);

    public async Task<Pong> PingAsync() => (await CallAsync("Ping")).Deserialize<Pong>(Json)!;

    Task<JsonElement> CallAsync(string method, params object[] content) =>
        InvokeAsync(method, JsonSerializer.Serialize(content));

    /// <summary>Calls whatever the hub has, with arguments as they stand. Throws with the server's words when it refuses.</summary>
    /// <param name="arguments">A JSON array, in order or not.</param>
    public async Task<JsonElement> InvokeAsync(string method, string arguments)
    {
        var id = Interlocked
            .Increment(ref lastCall)
            .ToString(System.Globalization.CultureInfo.InvariantCulture);
        var call = new TaskCompletionSource<JsonElement>();
        lock (calls)
        {
            calls[id] = call;
        }
        await SendAsync(
            $$"""{"type":1,"invocationId":"{{id}}","target":{{JsonSerializer.Serialize(method)}},"arguments":{{arguments}}}"""
        );
        return await call.Task.WaitAsync(Patience);
    }

    public async Task<Pushed> NextFragmentAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        return await pushed.Reader.ReadAsync(patience.Token);
    }

    /// <summary>Fragments that have arrived so far and were not read yet.</summary>
    public int FragmentsHeard => pushed.Reader.Count;

    public async Task<Told> NextAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        return await changed.Reader.ReadAsync(patience.Token);
    }

    /// <summary>Reads on until this topic is told.</summary>
    public async Task<Told> HearsAsync(string topic)
    {
        while (true)
        {
            var told = await NextAsync();
            if (told.Topics.Contains(topic))
            {
                return told;
            }
        }
    }

    /// <summary>What has arrived so far and was not read yet.</summary>
    public List<Told> Heard()
    {
        var heard = new List<Told>();
        while (changed.Reader.TryRead(out var told))
        {
            heard.Add(told);
        }
        return heard;
    }

    public async ValueTask DisposeAsync()
    {
        socket.Abort();
        await reading;
        socket.Dispose();
    }

    Task SendAsync(string message) =>
        socket.SendAsync(
            Encoding.UTF8.GetBytes(message + End),
            WebSocketMessageType.Text,
            endOfMessage: true,
            CancellationToken.None
        );

    async Task ReadAsync()
    {
        var buffer = new byte[16 * 1024];
        var pending = new StringBuilder();
        try
        {
            while (true)
            {
                var got = await socket.ReceiveAsync(buffer, CancellationToken.None);
                if (got.MessageType == WebSocketMessageType.Close)
                {
                    return;
                }
                pending.Append(Encoding.UTF8.GetString(buffer, 0, got.Count));
                var messages = pending.ToString().Split(End);
                pending.Clear().Append(messages[^1]);
                Array.ForEach(messages[..^1], Take);
            }
        }
        catch (WebSocketException) { }
        catch (OperationCanceledException) { }
        catch (ObjectDisposedException) { }
        finally
        {
            changed.Writer.TryComplete();
            goodbye.TrySetException(new IOException("The socket closed without a word."));
            _ = goodbye.Task.Exception;
            Abandon();
        }
    }

    // Nobody answers any more: whoever called need not wait.
    void Abandon()
    {
        lock (calls)
        {
            foreach (var call in calls.Values)
            {
                call.TrySetException(new IOException("The socket closed before it answered."));
                _ = call.Task.Exception;
            }
        }
    }

    void Take(string message)
    {
        var json = JsonDocument.Parse(message).RootElement;
        if (!json.TryGetProperty("type", out var type))
        {
            handshake.TrySetResult();
        }
        else if (type.GetInt32() == 1)
        {
            Hear(json.GetProperty("target").GetString(), json.GetProperty("arguments")[0]);
        }
        else if (type.GetInt32() == 3)
        {
            Return(json);
        }
    }

    void Hear(string? target, JsonElement content)
    {
        if (target == "changed")
        {
            changed.Writer.TryWrite(content.Deserialize<Told>(Json)!);
        }
        else if (target == "fragment")
        {
            pushed.Writer.TryWrite(content.Deserialize<Pushed>(Json)!);
        }
        else if (target == "goodbye")
        {
            goodbye.TrySetResult(content.GetProperty("reason").GetString()!);
        }
    }

    void Return(JsonElement completion)
    {
        TaskCompletionSource<JsonElement> call;
        lock (calls)
        {
            call = calls[completion.GetProperty("invocationId").GetString()!];
        }
        if (completion.TryGetProperty("error", out var error))
        {
            call.TrySetException(new InvalidOperationException(error.GetString()));
        }
        else
        {
            completion.TryGetProperty("result", out var result);
            call.TrySetResult(result);
        }
    }
}
