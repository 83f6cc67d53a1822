using System.Net;
using Npgsql;
using StaffDashboard.Data;
using StaffDashboard.Web.Measures;
using StaffDashboard.Web.Messaging;

namespace StaffDashboard.Web.Hosting;

/// <summary>What the person who runs the program decides, checked before anything starts.</summary>
public sealed record Settings
{
    public required string DataFolder { get; init; }
    public string OfficeName { get; init; } = "StaffDashboard";

    /// <summary>The country a phone number is in when it is typed without one.</summary>
    public string CountryCode { get; init; } = "49";
    public string Currency { get; init; } = Money.Euro;
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Local;

    /// <summary>Where people reach the office from outside; links in mail begin with it.</summary>
    public Uri? PublicAddress { get; init; }
    public IReadOnlyList<IPNetwork> TrustedProxies { get; init; } = [];

    /// <summary>Whether this node does what recurs; several nodes share it among them.</summary>
    public bool Jobs { get; init; } = true;
    public AdminSettings Admin { get; init; } = new();
    public MailSettings? Mail { get; init; }
    public required MeasureSettings Measures { get; init; }
    public WebhookSettings? Webhook { get; init; }
    public RateLimitSettings RateLimits { get; init; } = new();

    /// <summary>The app's role on a server of one's own; without it the embedded server is used.</summary>
    public NpgsqlConnectionStringBuilder? App { get; init; }
    public NpgsqlConnectionStringBuilder? Owner { get; init; }
}

public sealed record AdminSettings(string Email = "admin@localhost", string? Password = null);
