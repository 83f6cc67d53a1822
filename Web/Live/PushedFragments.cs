using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using StaffDashboard.Data;

namespace StaffDashboard.Web.Live;

/// <summary>
/// What one browser made this node render is sent to all others that show the very same, so that they need not ask.
/// Who may have it was decided when they were given it: an answer carries a pass, sealed, for this person in this role
/// and for these fragments of these audiences; the socket of the same person shows it, and is told until it closes.
/// </summary>
public sealed class PushedFragments(
    FragmentCache fragments,
    LiveClients clients,
    IHttpContextAccessor requests,
    IDataProtectionProvider protection,
    TimeProvider time
) : IHostedService
{
    public const string Header = "X-Fragments";
    const int Largest = 128 * 1024;
    static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    readonly IDataProtector seal = protection.CreateProtector("live-fragments");

    public Task StartAsync(CancellationToken cancellationToken)
    {
        fragments.Given = Note;
        fragments.Rendered = Push;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        fragments.Given = null;
        fragments.Rendered = null;
        return Task.CompletedTask;
    }

    /// <summary>For the live fragments that this request was given so far; null when there were none.</summary>
    public string? PassFor(HttpContext request) =>
        request.Items[typeof(PushedFragments)] is HashSet<string> { Count: > 0 } groups
        && HubViewer.Of(request.User) is { Id: { } id } viewer
            ? seal.Protect(
                JsonSerializer.Serialize(
                    new Pass(id, $"{viewer.Role}", time.GetUtcNow() + Lifetime, [.. groups])
                )
            )
            : null;

    /// <summary>Nothing for a pass that is somebody else's, of another role, too old or made up.</summary>
    internal string[] GroupsOf(string pass, Viewer viewer)
    {
        try
        {
            return
                JsonSerializer.Deserialize<Pass>(seal.Unprotect(pass)) is { } shown
                && shown.Person == viewer.Id
                && shown.Role == $"{viewer.Role}"
                && shown.Until > time.GetUtcNow()
                ? shown.Groups
                : [];
        }
        catch (CryptographicException)
        {
            return [];
        }
    }

    void Note((string Key, string Audience) name, Fragment fragment)
    {
        if (!fragment.IsLive || requests.HttpContext is not { } request)
        {
            return;
        }
        if (request.Items[typeof(PushedFragments)] is not HashSet<string> groups)
        {
            request.Items[typeof(PushedFragments)] = groups = [];
        }
        groups.Add(GroupOf(name));
    }

    void Push((string Key, string Audience) name, Fragment fragment, long state)
    {
        if (fragment.IsLive && fragment.Utf8.Length <= Largest)
        {
            clients.Push(GroupOf(name), fragment, state);
        }
    }

    // No topic begins like this, so that Watch can never name it.
    static string GroupOf((string Key, string Audience) name) =>
        "fragment:"
        + Convert.ToHexStringLower(
            SHA256
                .HashData(Encoding.UTF8.GetBytes($"{name.Key.Length} {name.Key} {name.Audience}"))
                .AsSpan(0, 16)
        );

    sealed record Pass(Guid Person, string Role, DateTimeOffset Until, string[] Groups);
}
