using StaffDashboard.Data.Records;

namespace StaffDashboard.Web.Pages.Shared.Lists;

/// <summary>What can be done to many records of any kind.</summary>
static class BulkArchive
{
    public static IEnumerable<BulkCommand> Of(RecordType type) =>
        [
            new(
                "Archive",
                async asked =>
                    new(
                        await type.ArchiveAsync(asked.Office, asked.Ids, asked.Clock, asked.Stop),
                        records => $"Archived {records}",
                        _ => "archived already"
                    )
            ),
            new(
                "Restore",
                async asked =>
                    new(
                        await type.RestoreAsync(asked.Office, asked.Ids, asked.Stop),
                        records => $"Restored {records}",
                        _ =>
                            type.OnlyOneActive is { } only
                                ? $"active already, or {only.Reason}"
                                : "active already"
                    )
            ),
        ];
}
