using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;

namespace StaffDashboard.Web.Jobs.Alarms;

/// <summary>Posts what waits. A call may arrive twice, after a crash between the answer and its note: its id is the same.</summary>
sealed class CallWebhook(
    Office office,
    WebhookDoor webhook,
    IHttpClientFactory clients,
    TimeProvider clock,
    ILogger<CallWebhook> log
)
{
    internal const string Client = "webhook";
    internal const string Id = "X-StaffDashboard-Id";
    internal const string Timestamp = "X-StaffDashboard-Timestamp";
    internal const string Signature = "X-StaffDashboard-Signature";
    const int AtOnce = 10;

    /// <summary>After the last one it is given up.</summary>
    static readonly int[] PauseSeconds = [30, 60, 300, 900, 3600, 3600, 3600];

    public async Task SendAsync(CancellationToken stop)
    {
        if (webhook.Settings is null)
            return;
        var now = clock.GetUtcNow();
        var calls = await office
            .Database.SqlQuery<Call>(
                $"""
                select key as "Key", body as "Body", tries as "Tries" from alarm_calls
                where sent_at is null and failed_at is null and due_at <= {now} order by at limit {AtOnce}
                """
            )
            .ToListAsync(stop);
        var problems = await Task.WhenAll(calls.Select(call => PostAsync(call, stop)));
        foreach (var (call, problem) in calls.Zip(problems))
            await NoteAsync(call, problem, now, stop);
    }

    /// <returns>Null when it was heard; else what went wrong, without the address.</returns>
    async Task<string?> PostAsync(Call call, CancellationToken stop)
    {
        try
        {
            using var request = Request(call);
            using var http = clients.CreateClient(Client);
            using var answer = await http.SendAsync(
                request,
                HttpCompletionOption.ResponseHeadersRead,
                stop
            );
            return answer.IsSuccessStatusCode ? null
                : (int)answer.StatusCode is >= 300 and < 400 ? "It sends on to another address"
                : $"It answered {(int)answer.StatusCode}";
        }
        catch (TaskCanceledException) when (!stop.IsCancellationRequested)
        {
            return "It did not answer in time";
        }
        catch (HttpRequestException)
        {
            return "It could not be reached";
        }
    }

    HttpRequestMessage Request(Call call)
    {
        var at = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var request = new HttpRequestMessage(HttpMethod.Post, webhook.Settings!.Address)
        {
            Content = new StringContent(call.Body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add(Id, call.Key);
        request.Headers.Add(Timestamp, at);
        if (webhook.Settings.Secret is { } secret)
            request.Headers.Add(Signature, "sha256=" + Sign(secret, $"{at}.{call.Body}"));
        return request;
    }

    internal static string Sign(string secret, string text) =>
        Convert.ToHexStringLower(
            HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text))
        );

    async Task NoteAsync(Call call, string? problem, DateTimeOffset now, CancellationToken stop)
    {
        if (problem is not null)
            log.LogWarning("The webhook was not told of {Call}: {Problem}", call.Key, problem);
        var isHeard = problem is null;
        var isGivenUp = !isHeard && call.Tries >= PauseSeconds.Length;
        var due = now.AddSeconds(PauseSeconds[Math.Min(call.Tries, PauseSeconds.Length - 1)]);
        await office.Database.ExecuteSqlAsync(
            $"""
            update alarm_calls set tries = tries + 1, problem = {problem}, due_at = {due},
              sent_at = case when {isHeard} then {now} end, failed_at = case when {isGivenUp} then {now} end
            where key = {call.Key} and sent_at is null
            """,
            stop
        );
    }

    sealed record Call(string Key, string Body, int Tries);
}
