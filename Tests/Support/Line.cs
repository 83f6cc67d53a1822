using System.Net;
using System.Net.Sockets;
using System.Text;

namespace StaffDashboard.Tests.Support;

/// <summary>
/// The line between a browser and a node: cut, slowed down, swallowed, robbed of its answers, and mended.
/// What is open feels it as well as what is tried later.
/// </summary>
public sealed class Line : IAsyncDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource end = new();
    readonly Lock gate = new();
    readonly List<TcpClient> open = [];
    readonly Task accepting;
    volatile int to;
    volatile Trouble trouble = new();
    int taken;

    public Line(Uri node)
    {
        to = node.Port;
        listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
        accepting = AcceptAsync();
    }

    public Uri Address { get; }

    /// <summary>How many connections were opened through it so far.</summary>
    public int Taken => Volatile.Read(ref taken);

    /// <summary>Whatever is open breaks, whatever is tried fails.</summary>
    public void Cut()
    {
        Suffer(new Trouble { IsCut = true });
        HangUp();
    }

    /// <summary>Everything takes so much longer, each way.</summary>
    public void Delay(TimeSpan by) => Suffer(new Trouble { Late = by });

    /// <summary>Nothing breaks, and nothing arrives in either direction any more.</summary>
    public void BlackHole() => Suffer(new Trouble { IsUpLost = true, IsDownLost = true });

    /// <summary>Requests reach the node; their answers are lost, and the connection then breaks.</summary>
    public void DropAnswers() => Suffer(new Trouble { BreaksOnAnswer = true });

    /// <summary>A connection that says these words, one after the other, is heard; then no answer comes to anybody.</summary>
    public void DropAnswersAfter(params string[] words) => Suffer(new Trouble { Fatal = words });

    /// <summary>As a balancer does it whose node has died: whoever comes from now on is led to this one.</summary>
    public void LeadTo(Uri node) => to = node.Port;

    /// <summary>A connection that sends one of these words is broken, as by a proxy that does not know them.</summary>
    public void Refuse(params string[] words)
    {
        Suffer(new Trouble { Refused = words });
        HangUp();
    }

    /// <summary>As good as new. What was swallowed stays lost, so that connections of before are broken.</summary>
    public void Mend()
    {
        var wasLost = trouble is { IsUpLost: true } or { IsDownLost: true };
        Suffer(new Trouble());
        if (wasLost)
            HangUp();
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listener.Stop();
        Cut();
        await accepting;
        end.Dispose();
    }

    void Suffer(Trouble next) => trouble = next;

    void HangUp()
    {
        lock (gate)
        {
            foreach (var client in open)
                client.Dispose();
            open.Clear();
        }
    }

    async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = CarryAsync(await listener.AcceptTcpClientAsync(end.Token));
        }
        // Between two takings the listener may have been stopped.
        catch (Exception) when (end.IsCancellationRequested) { }
    }

    async Task CarryAsync(TcpClient browser)
    {
        using var node = new TcpClient();
        try
        {
            Interlocked.Increment(ref taken);
            if (!Keep(browser))
                return;
            await node.ConnectAsync(IPAddress.Loopback, to, end.Token);
            if (!Keep(node))
                return;
            await Task.WhenAny(UpAsync(browser, node), DownAsync(node, browser));
        }
        catch (Exception e)
            when (e
                    is IOException
                        or SocketException
                        or OperationCanceledException
                        or ObjectDisposedException
                        or InvalidOperationException
            ) { }
        finally
        {
            browser.Dispose();
        }
    }

    Task UpAsync(TcpClient browser, TcpClient node)
    {
        var heard = 0;
        return PumpAsync(
            browser,
            node,
            sent =>
            {
                var said = Encoding.Latin1.GetString(sent);
                foreach (var word in trouble.Fatal.Skip(heard))
                    if (!said.Contains(word, StringComparison.OrdinalIgnoreCase))
                        break;
                    else if (++heard == trouble.Fatal.Length)
                        DropAnswers();
                return
                    trouble.IsCut
                    || Array.Exists(
                        trouble.Refused,
                        word => said.Contains(word, StringComparison.OrdinalIgnoreCase)
                    )
                    ? Fate.Breaks
                    : Lost(trouble.IsUpLost);
            }
        );
    }

    Task DownAsync(TcpClient node, TcpClient browser) =>
        PumpAsync(
            node,
            browser,
            // What is under way when the line is cut does not slip through before it is hung up.
            _ =>
                trouble is { BreaksOnAnswer: true } or { IsCut: true }
                    ? Fate.Breaks
                    : Lost(trouble.IsDownLost)
        );

    async Task PumpAsync(TcpClient from, TcpClient to, Func<byte[], Fate> judge)
    {
        var buffer = new byte[64 * 1024];
        while (await from.GetStream().ReadAsync(buffer, end.Token) is > 0 and var length)
        {
            var sent = buffer[..length];
            if (trouble.Late > TimeSpan.Zero)
                await Task.Delay(trouble.Late, TimeProvider.System, end.Token);
            var fate = judge(sent);
            if (fate == Fate.Breaks)
                return;
            if (fate == Fate.Arrives)
                await to.GetStream().WriteAsync(sent, end.Token);
        }
    }

    bool Keep(TcpClient client)
    {
        lock (gate)
        {
            var isCut = trouble.IsCut;
            if (isCut)
                client.Dispose();
            else
                open.Add(client);
            return !isCut;
        }
    }

    static Fate Lost(bool isLost) => isLost ? Fate.IsLost : Fate.Arrives;

    enum Fate
    {
        Arrives,
        IsLost,
        Breaks,
    }

    sealed record Trouble
    {
        internal bool IsCut { get; init; }
        internal bool IsUpLost { get; init; }
        internal bool IsDownLost { get; init; }
        internal bool BreaksOnAnswer { get; init; }
        internal TimeSpan Late { get; init; }
        internal string[] Fatal { get; init; } = [];
        internal string[] Refused { get; init; } = [];
    }
}
