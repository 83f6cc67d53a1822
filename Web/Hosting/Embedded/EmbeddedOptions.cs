namespace StaffDashboard.Web.Hosting.Embedded;

/// <summary>Where the embedded server keeps its data, and how careful it is with it.</summary>
sealed record EmbeddedOptions(string DataFolder)
{
    internal const string Database = "staffdashboard";

    internal string Root { get; init; } = AppContext.BaseDirectory;

    /// <summary>False only for data that nobody would miss: tests.</summary>
    internal bool Durable { get; init; } = true;

    /// <summary>Behave as where user namespaces are refused.</summary>
    internal bool WithoutNamespaces { get; init; }

    internal Action<string> Say { get; init; } = _ => { };
}
