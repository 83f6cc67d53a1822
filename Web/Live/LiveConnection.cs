using StaffDashboard.Data;

namespace StaffDashboard.Web.Live;

/// <summary>An open socket: whose it is, and by which session it was opened.</summary>
public sealed record LiveConnection(string Id, Viewer Viewer, string? Session, Action Abort)
{
    /// <summary>WebSockets, ServerSentEvents or LongPolling.</summary>
    public string Transport { get; init; } = "";

    /// <summary>The pages that its browser has open.</summary>
    public IReadOnlyList<string> Places { get; internal set; } = [];

    /// <summary>What its requests are known by, where it is made of several; null for a socket, which is one.</summary>
    internal string? Token { get; init; }

    /// <summary>Every name under which it is told.</summary>
    internal IReadOnlyCollection<string> Topics { get; set; } = [];
}

/// <summary>Asks the database whether what lasts long, a socket or a file, may go on: session there, person enabled, role unchanged.</summary>
public interface ISessionCheck
{
    Task<bool> IsStillGoodAsync(Viewer viewer, string? session);
}
