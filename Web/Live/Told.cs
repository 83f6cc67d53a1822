namespace StaffDashboard.Web.Live;

/// <summary>Which rows were told, and from which transaction on the next sweep must look.</summary>
public sealed class Told(ulong cursor)
{
    readonly Dictionary<long, ulong> seen = [];

    public ulong Cursor { get; private set; } = cursor;

    // Identity values are taken before commit: a row below this may still appear. Only the sweep is complete.
    public long Highest { get; private set; }

    public List<Change> Unseen(IEnumerable<Change> rows)
    {
        var unseen = new List<Change>();
        foreach (var row in rows)
        {
            if (seen.TryAdd(row.Id, row.Xid))
            {
                unseen.Add(row);
                Highest = Math.Max(Highest, row.Id);
            }
        }
        return unseen;
    }

    public void StartAbove(long id) => Highest = Math.Max(Highest, id);

    /// <summary>Everything below xmin has been told. An open transaction pins it, and the seen ids with it.</summary>
    public void MoveTo(ulong xmin)
    {
        if (xmin <= Cursor)
        {
            return;
        }
        Cursor = xmin;
        foreach (var (id, _) in seen.Where(row => row.Value < xmin).ToList())
        {
            seen.Remove(id);
        }
    }
}
