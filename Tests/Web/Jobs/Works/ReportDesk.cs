using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using StaffDashboard.Data;
using StaffDashboard.Data.Reports;
using StaffDashboard.Migrations;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Jobs.Works;
using StaffDashboard.Web.Messaging.Reports;

namespace StaffDashboard.Tests.Web.Jobs.Works;

/// <summary>One node's way of making reports, with a clock that the test sets.</summary>
sealed class ReportDesk : IAsyncDisposable
{
    internal ReportDesk(TestDatabase clone, SettableClock clock)
    {
        Clock = clock;
        // The database, too, is told who asks: problems are private.
        Office = new(
            new DbContextOptionsBuilder<Office>(Schema.Options(clone.AppConnectionString))
                .AddInterceptors(new ViewerOnConnection())
                .Options
        )
        {
            Viewer = Viewer.Program,
        };
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["StaffDashboard:TimeZone"] = "Europe/Berlin",
                    ["StaffDashboard:OfficeName"] = "Nachteulen Köln & Söhne",
                    ["StaffDashboard:PublicAddress"] = MailedOffice.Site,
                }
            )
            .Build();
        Tell = new(
            Office,
            new RecipientLinks(new EphemeralDataProtectionProvider(), clock),
            settings,
            clock
        );
    }

    internal SettableClock Clock { get; }
    internal Office Office { get; }
    internal TellDay Tell { get; }

    internal Task<string> WorkAsync() =>
        new SendDailyReport(Office, Tell, Clock).RunAsync(TestContext.Current.CancellationToken);

    internal static async Task RecipientAsync(
        TestDatabase database,
        string email,
        DateTimeOffset? confirmed,
        DateTimeOffset? unsubscribed = null
    )
    {
        await using var office = new Office(Schema.Options(database.AppConnectionString));
        office.ReportRecipients.Add(
            new ReportRecipient
            {
                Email = email,
                ConfirmedAt = confirmed,
                UnsubscribedAt = unsubscribed,
            }
        );
        await office.SaveChangesAsync();
    }

    public ValueTask DisposeAsync() => Office.DisposeAsync();
}
