using System.Net;
using System.Net.Sockets;

namespace StaffDashboard.Tests.Support;

/// <summary>The line between a browser and a node: it can be cut, and mended. Sockets feel it, too.</summary>
public sealed class Line : IAsyncDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource end = new();
    readonly Lock gate = new();
    readonly List<TcpClient> open = [];
    readonly Task accepting;
    readonly int to;
    bool isCut;

    public Line(Uri node)
    {
        to = node.Port;
        listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
        accepting = AcceptAsync();
    }

    public Uri Address { get; }

    /// <summary>Whatever is open breaks, whatever is tried fails.</summary>
    public void Cut()
    {
        lock (gate)
        {
            isCut = true;
            foreach (var client in open)
                client.Dispose();
            open.Clear();
        }
    }

    public void Mend()
    {
        lock (gate)
            isCut = false;
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listener.Stop();
        Cut();
        await accepting;
        end.Dispose();
    }

    async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = CarryAsync(await listener.AcceptTcpClientAsync(end.Token));
        }
        catch (Exception e)
            when (e is OperationCanceledException or SocketException or ObjectDisposedException) { }
    }

    async Task CarryAsync(TcpClient browser)
    {
        using var node = new TcpClient();
        try
        {
            if (!Keep(browser))
                return;
            await node.ConnectAsync(IPAddress.Loopback, to, end.Token);
            if (!Keep(node))
                return;
            await Task.WhenAny(
                browser.GetStream().CopyToAsync(node.GetStream(), end.Token),
                node.GetStream().CopyToAsync(browser.GetStream(), end.Token)
            );
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

    bool Keep(TcpClient client)
    {
        lock (gate)
        {
            if (isCut)
                client.Dispose();
            else
                open.Add(client);
            return !isCut;
        }
    }
}
