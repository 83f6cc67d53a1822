namespace StaffDashboard.Data.Records;

/// <summary>A record that stands in a list of its own: the database keeps what the list sorts by and searches in.</summary>
public interface IListed : IRecord
{
    /// <summary>The name without accents and capitals.</summary>
    string NameKey { get; }

    /// <summary>All that is searched in, without accents and capitals.</summary>
    string Search { get; }

    DateTimeOffset CreatedAt { get; }
    uint Version { get; }
}
