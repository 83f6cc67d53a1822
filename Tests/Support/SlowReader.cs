using System.Net.Sockets;
using System.Text;

namespace StaffDashboard.Tests.Support;

/// <summary>Asks for a page, reads what stands above it, and then nothing more.</summary>
sealed class SlowReader : IDisposable
{
    const int LittleRoom = 4096;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly TcpClient line = new() { ReceiveBufferSize = LittleRoom };

    /// <summary>The status line and the headers.</summary>
    internal string Head { get; private set; } = "";

    internal static async Task<SlowReader> OpenAsync(Uri address, string path, string cookie)
    {
        var reader = new SlowReader();
        using var limit = new CancellationTokenSource(Patience);
        await reader.line.ConnectAsync(address.Host, address.Port, limit.Token);
        var stream = reader.line.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                $"GET {path} HTTP/1.1\r\nHost: {address.Authority}\r\nCookie: {cookie}\r\n\r\n"
            ),
            limit.Token
        );
        var one = new byte[1];
        while (!reader.Head.EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            await stream.ReadExactlyAsync(one, limit.Token);
            reader.Head += (char)one[0];
        }
        return reader;
    }

    public void Dispose() => line.Dispose();
}
