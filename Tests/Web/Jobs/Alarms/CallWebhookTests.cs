using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Jobs.Alarms;

namespace StaffDashboard.Tests.Web.Jobs.Alarms;

public sealed class CallWebhookTests(TestPostgres postgres) : AlarmOffice(postgres)
{
    const string Secret = "a secret of sixteen";
    readonly ConcurrentQueue<(IHeaderDictionary Headers, string Body)> heard = [];
    readonly ConcurrentQueue<int> answers = [];
    WebApplication listener = null!;
    OfficeApp calling = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        listener = builder.Build();
        listener.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            heard.Enqueue(
                (
                    new HeaderDictionary(context.Request.Headers.ToDictionary()),
                    await reader.ReadToEndAsync()
                )
            );
            context.Response.StatusCode = answers.TryDequeue(out var code) ? code : 200;
            if (context.Response.StatusCode == 302)
                context.Response.Headers.Location = "/elsewhere";
        });
        await listener.StartAsync();
        var address = listener
            .Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!
            .Addresses.Single();
        calling = await OfficeApp.StartAsync(
            Database,
            settings:
            [
                ("StaffDashboard:Alarms:Webhook", address + "/hook"),
                ("StaffDashboard:Alarms:WebhookSecret", Secret),
            ]
        );
    }

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await calling.DisposeAsync();
        await listener.DisposeAsync();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task It_is_called_once_with_a_signature_over_time_and_body()
    {
        await PlantAsync(Slow);
        await LookAsync(calling);
        await LookAsync(calling);

        var (headers, body) = Assert.Single(heard);
        var told = JsonDocument.Parse(body).RootElement;
        Assert.Equal("alarm.opened", told.GetProperty("event").GetString());
        Assert.Equal("latency", told.GetProperty("rule").GetString());
        Assert.Equal(
            "sha256=" + AsTheOtherSideReckons($"{headers[CallWebhook.Timestamp]}.{body}"),
            headers[CallWebhook.Signature]
        );
        Assert.Equal("1", await StateAsync("tries::text"));
    }

    static string AsTheOtherSideReckons(string text) =>
        Convert.ToHexStringLower(
            HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(text))
        );

    [Fact]
    public async Task What_was_not_heard_is_repeated_later_under_the_same_id()
    {
        answers.Enqueue(500);
        await PlantAsync(Slow);
        await LookAsync(calling);
        await LookAsync(calling);
        Assert.Single(heard);
        Assert.Equal("It answered 500", await StateAsync("problem"));

        calling.Clock.Advance(TimeSpan.FromSeconds(31));
        await LookAsync(calling);

        Assert.Equal(2, heard.Count);
        Assert.Single(heard.Select(call => call.Headers[CallWebhook.Id].ToString()).Distinct());
        Assert.Equal("true", await StateAsync("(sent_at is not null)::text"));
    }

    [Fact]
    public async Task It_follows_nobody_to_another_address()
    {
        answers.Enqueue((int)HttpStatusCode.Redirect);
        await PlantAsync(Slow);
        await LookAsync(calling);

        Assert.Single(heard);
        Assert.Equal("It sends on to another address", await StateAsync("problem"));
    }

    [Fact]
    public async Task After_eight_tries_it_is_given_up()
    {
        await listener.StopAsync(TestContext.Current.CancellationToken);
        await PlantAsync(Slow);
        for (var i = 0; i < 10; i++)
        {
            await LookAsync(calling);
            calling.Clock.Advance(TimeSpan.FromMinutes(61));
        }

        Assert.Equal(
            "8 true It could not be reached",
            await StateAsync("concat_ws(' ', tries, (failed_at is not null)::text, problem)")
        );
    }

    [Fact]
    public async Task Without_a_webhook_nothing_is_kept_for_it()
    {
        await PlantAsync(Slow);
        await LookAsync();

        Assert.Equal(0, await CountAsync("alarm_calls"));
    }

    Task<string?> StateAsync(string what) =>
        Database.AskAsync<string>($"select {what} from alarm_calls");
}
