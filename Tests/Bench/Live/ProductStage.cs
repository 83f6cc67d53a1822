using StaffDashboard.Bench.Herd;
using StaffDashboard.Bench.Support;

namespace StaffDashboard.Bench.Live;

/// <summary>One person's contact form, posted as htmx would; the team list of somebody else shows the name.</summary>
sealed class ProductStage(Uri address, SignedIn admin, ContactForm form) : IStage
{
    static readonly Uri List = new("/team?part=list", UriKind.Relative);

    public Uri Address => address;
    public string Cookie => admin.Cookie;

    public TimeSpan PauseAfter(ReadOnlySpan<byte> notice) =>
        ClientDelay.Burst + ClientDelay.Of(Heard.Changed(notice).Spread);

    public Task SaveAsync(string name, string requestId) => form.SaveAsync(name, requestId);

    public Task<string> FragmentAsync() => admin.Http.GetStringAsync(List);
}
