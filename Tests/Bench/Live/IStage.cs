namespace StaffDashboard.Bench.Live;

/// <summary>Where something is saved and looked at: the product, or the floor under it.</summary>
interface IStage
{
    Uri Address { get; }
    string Cookie { get; }

    /// <summary>What a browser waits after this notice.</summary>
    TimeSpan PauseAfter(ReadOnlySpan<byte> notice);

    Task SaveAsync(string name, string requestId);

    Task<string> FragmentAsync();
}
