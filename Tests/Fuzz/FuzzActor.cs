using System.Net;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Fuzz;

/// <summary>Somebody of one role who sends whatever comes, or a stranger. Whoever loses their account by it gets it back.</summary>
sealed class FuzzActor(FuzzOffice office, UserRole? role) : IDisposable
{
    const int MostAttempts = 50;

    Visitor visitor = office.App.Stranger();
    string token = "";

    internal string Who => role?.ToString() ?? "a stranger";
    internal string Cookie => visitor.CookieHeader;

    internal async Task EnterAsync()
    {
        for (var attempt = 1; ; attempt++)
        {
            await office.RestoreAsync();
            visitor.Dispose();
            visitor = office.App.Stranger();
            if (role is null || await IsLetInAsync() || attempt == MostAttempts)
                break;
        }
        token = await visitor.TokenAsync();
    }

    // An Admin who tries everything may have taken the account away again in between.
    async Task<bool> IsLetInAsync()
    {
        using var answer = await visitor.PostAsync(
            "/account/sign-in",
            ("Email", TestUsers.EmailOf(role!.Value)),
            ("Password", TestUsers.Password)
        );
        return answer.StatusCode == HttpStatusCode.Redirect;
    }

    /// <summary>Null: it was answered, and not with a failure.</summary>
    internal async Task<string?> SendAsync(FuzzRequest request)
    {
        if (await TryAsync(request) is not { } failure)
            return null;
        if (await TryAsync(request) is { } again)
            return again;
        // Two who met, which no seed brings back: it is said, and is no verdict.
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"Once and not again: {Who} was answered {failure}\n{request}"
        );
        return null;
    }

    async Task<string?> TryAsync(FuzzRequest request)
    {
        using var message = request.Message(office.App.Address, token);
        try
        {
            using var answer = await visitor.Http.SendAsync(
                message,
                TestContext.Current.CancellationToken
            );
            if ((int)answer.StatusCode >= 500)
                return $"{(int)answer.StatusCode} {answer.StatusCode}\n{answer.Headers}\n{office.LastFault}";
            if (IsTurnedAway(answer))
                await EnterAsync();
            return null;
        }
        catch (HttpRequestException broken)
        {
            return $"by a broken connection: {broken.Message} {broken.InnerException?.Message}\n{office.LastFault}";
        }
    }

    // Signed out by what it sent, or by what an Admin did to it; a stranger is to be heard, not slowed down.
    bool IsTurnedAway(HttpResponseMessage answer) =>
        answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.TooManyRequests
        || role is not null
            && answer
                .Headers.Location?.ToString()
                .Contains("/account/sign-in", StringComparison.Ordinal)
                is true;

    public void Dispose() => visitor.Dispose();
}
