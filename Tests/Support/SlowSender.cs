using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace StaffDashboard.Tests.Support;

/// <summary>Begins to send a file in a form, and does not come to its end.</summary>
sealed class SlowSender : IDisposable
{
    const int Missing = 1_000_000;
    const string Boundary = "----of-the-form";
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly TcpClient line = new();

    internal static async Task<SlowSender> OpenAsync(
        Uri address,
        string path,
        Visitor who,
        string begin
    )
    {
        var sender = new SlowSender();
        using var limit = new CancellationTokenSource(Patience);
        var form = $"""
            --{Boundary}
            Content-Disposition: form-data; name="__RequestVerificationToken"

            {await who.TokenAsync()}
            --{Boundary}
            Content-Disposition: form-data; name="File"; filename="team.csv"

            {begin}
            """.ReplaceLineEndings("\r\n");
        var head = string.Create(
                CultureInfo.InvariantCulture,
                $"""
                POST {path} HTTP/1.1
                Host: {address.Authority}
                Cookie: {who.CookieHeader}
                Content-Type: multipart/form-data; boundary={Boundary}
                Content-Length: {form.Length + Missing}


                """
            )
            .ReplaceLineEndings("\r\n");
        await sender.line.ConnectAsync(address.Host, address.Port, limit.Token);
        await sender.line.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head + form), limit.Token);
        return sender;
    }

    public void Dispose() => line.Dispose();
}
