namespace StaffDashboard.Bench.Live;

/// <summary>Where something is saved and looked at: the product, or the floor under it.</summary>
interface IStage
{
    Uri Address { get; }
    string Cookie { get; }

    /// <summary>What a browser waits after a notice, so that a burst is one question.</summary>
    TimeSpan Pause { get; }

    Task SaveAsync(string name, string requestId);

    Task<string> FragmentAsync();
}
