using System.Collections.Concurrent;
using System.Net;
using System.Text;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Measures;

public class ExportTests(TestPostgres postgres)
{
    [Fact]
    public async Task Figures_and_activities_go_to_the_collector_that_is_configured()
    {
        await using var collector = Collector.Start();
        await using var database = await postgres.CloneAsync();
        var app = await OfficeApp.StartAsync(
            database,
            settings: ("StaffDashboard:Otlp:Endpoint", collector.Address)
        );
        using (var sam = await app.SignInAsync())
        using (await sam.GetAsync("/team")) { }
        await app.DisposeAsync();

        await collector.HearsAsync("/v1/metrics", "operation.duration");
        await collector.HearsAsync("/v1/metrics", "http.server.request.duration");
        await collector.HearsAsync("/v1/metrics", "db.client.operation.duration");
        await collector.HearsAsync("/v1/traces", "StaffDashboard");
    }

    /// <summary>Takes what is sent to it.</summary>
    sealed class Collector(HttpListener listener, string address) : IAsyncDisposable
    {
        readonly ConcurrentDictionary<string, string> heard = [];
        Task listening = Task.CompletedTask;

        internal string Address => address;

        internal Task HearsAsync(string path, string word) =>
            Eventually.TrueAsync(() =>
                Task.FromResult(
                    heard.GetValueOrDefault(path, "").Contains(word, StringComparison.Ordinal)
                )
            );

        internal static Collector Start()
        {
            using var free = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
            free.Start();
            var address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}";
            free.Stop();
            var listener = new HttpListener { Prefixes = { address + "/" } };
            listener.Start();
            var collector = new Collector(listener, address);
            collector.listening = collector.ListenAsync();
            return collector;
        }

        async Task ListenAsync()
        {
            while (listener.IsListening)
            {
                HttpListenerContext sent;
                try
                {
                    sent = await listener.GetContextAsync();
                }
                catch (Exception ended)
                    when (ended is HttpListenerException or ObjectDisposedException)
                {
                    return;
                }
                using var reader = new StreamReader(sent.Request.InputStream, Encoding.Latin1);
                var text = await reader.ReadToEndAsync();
                heard.AddOrUpdate(
                    sent.Request.Url!.AbsolutePath,
                    text,
                    (_, before) => before + text
                );
                sent.Response.Close();
            }
        }

        public async ValueTask DisposeAsync()
        {
            listener.Close();
            await listening;
        }
    }
}
