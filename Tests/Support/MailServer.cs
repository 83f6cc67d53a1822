using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace StaffDashboard.Tests.Support;

/// <summary>smtp-server from npm, on a real port. With TLS it shows a certificate that nobody vouches for.</summary>
sealed class MailServer : IDisposable
{
    readonly Process node;

    MailServer(Process node, int port) => (this.node, Port) = (node, port);

    internal int Port { get; }

    internal sealed record Received(string[] To, bool Secure, string Text);

    internal static async Task<MailServer> StartAsync(params string[] options)
    {
        var started = Process.Start(
            new ProcessStartInfo("node", ["Tests/Web/Messaging/smtp.mjs", .. options])
            {
                WorkingDirectory = Repository.Root,
                RedirectStandardOutput = true,
            }
        )!;
        var port = await LineAsync(started);
        return new(started, int.Parse(port, CultureInfo.InvariantCulture));
    }

    internal async Task<Received> NextAsync() =>
        JsonSerializer.Deserialize<Received>(await LineAsync(node), JsonSerializerOptions.Web)!;

    public void Dispose()
    {
        node.Kill();
        node.Dispose();
    }

    static async Task<string> LineAsync(Process node) =>
        await node.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60))
        ?? throw new InvalidOperationException("The mail server stopped.");
}
