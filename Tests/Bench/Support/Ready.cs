namespace StaffDashboard.Bench.Support;

static class Ready
{
    internal static async Task WaitAsync(Uri address)
    {
        using var http = new HttpClient { BaseAddress = address };
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!await IsReadyAsync(http))
            await tick.WaitForNextTickAsync();
    }

    static async Task<bool> IsReadyAsync(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
