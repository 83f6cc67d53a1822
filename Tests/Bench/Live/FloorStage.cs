namespace StaffDashboard.Bench.Live;

sealed class FloorStage(Uri address) : IStage, IDisposable
{
    static readonly Uri Save = new("/save", UriKind.Relative);
    static readonly Uri Fragment = new("/fragment", UriKind.Relative);

    readonly HttpClient http = new() { BaseAddress = address };

    public Uri Address => address;
    public string Cookie => "none=";

    public TimeSpan PauseAfter(ReadOnlySpan<byte> notice) => TimeSpan.Zero;

    public async Task SaveAsync(string name, string requestId)
    {
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("Name", name)]);
        using var post = new HttpRequestMessage(HttpMethod.Post, Save) { Content = content };
        post.Headers.Add("X-Request-Id", requestId);
        using var answer = await http.SendAsync(post);
        answer.EnsureSuccessStatusCode();
    }

    public Task<string> FragmentAsync() => http.GetStringAsync(Fragment);

    public void Dispose() => http.Dispose();
}
