using Microsoft.Extensions.Configuration;
using Npgsql;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Hosting;
using StaffDashboard.Web.Messaging;

namespace StaffDashboard.Tests.Web.Hosting;

public class SettingsReaderTests
{
    const string Address = "StaffDashboard:Alarms:Webhook";
    const string Secret = "StaffDashboard:Alarms:WebhookSecret";

    [Theory]
    [InlineData("hooks.ours.test", null)]
    [InlineData("ftp://hooks.ours.test/alarms", null)]
    [InlineData("https://ada:hidden@hooks.ours.test/alarms", null)]
    public void A_webhook_that_is_none_is_refused_and_not_repeated(string address, string? secret)
    {
        var refused = Refused((Address, address), (Secret, secret));

        Assert.StartsWith("StaffDashboard__Alarms__Webhook:", refused, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", refused, StringComparison.Ordinal);
        Assert.DoesNotContain(address, refused, StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_without_a_webhook_is_refused() =>
        Assert.StartsWith(
            "StaffDashboard__Alarms__Webhook:",
            Refused((Secret, "a secret that is long enough")),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_short_secret_is_refused_and_not_repeated()
    {
        var refused = Refused((Address, "https://hooks.example.org/alarms"), (Secret, "hidden"));

        Assert.StartsWith(
            "StaffDashboard__Alarms__WebhookSecret:",
            refused,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("hidden", refused, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("a secret that is long enough")]
    public void A_webhook_is_taken_with_a_secret_or_without(string? secret)
    {
        var webhook = Read((Address, "https://hooks.example.org/alarms"), (Secret, secret)).Webhook;

        Assert.Equal(
            new WebhookSettings(new Uri("https://hooks.example.org/alarms"), secret),
            webhook
        );
        Assert.Null(Read().Webhook);
    }

    [Theory]
    [InlineData("€")]
    [InlineData("Euro")]
    [InlineData("XYZ")]
    public void A_currency_that_is_none_is_refused(string currency) =>
        Assert.StartsWith(
            $"StaffDashboard__Currency: “{currency}” is not a currency;",
            Refused(("StaffDashboard:Currency", currency)),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("CHF")]
    [InlineData("eur")]
    public void A_currency_is_taken_by_its_code(string currency) =>
        Read(("StaffDashboard:Currency", currency));

    [Theory]
    [InlineData("localhost", SslMode.Prefer)]
    [InlineData("127.0.0.1", SslMode.Prefer)]
    [InlineData("127.0.0.5:5433", SslMode.Prefer)]
    [InlineData("::1", SslMode.Prefer)]
    [InlineData("/var/run/postgresql", SslMode.Prefer)]
    [InlineData("db", SslMode.Require)]
    [InlineData("10.0.0.7", SslMode.Require)]
    [InlineData("localhost.example.test", SslMode.Require)]
    [InlineData("localhost,db.example.test:5433", SslMode.Require)]
    [InlineData("db;SSL Mode=Disable", SslMode.Disable)]
    [InlineData("db;SslMode=Prefer", SslMode.Prefer)]
    [InlineData("db;SSL Mode=VerifyFull", SslMode.VerifyFull)]
    public void The_line_to_a_database_elsewhere_is_encrypted_unless_somebody_says_otherwise(
        string host,
        SslMode wanted
    )
    {
        foreach (var name in (string[])["StaffDashboard", "Owner"])
        {
            var settings = Read(($"ConnectionStrings:{name}", $"Host={host};Database=x"));

            Assert.Equal(wanted, (settings.App ?? settings.Owner)!.SslMode);
        }
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("many")]
    public void A_limit_that_is_not_a_number_is_refused(string limit) =>
        Assert.StartsWith(
            "StaffDashboard__RateLimits__Stranger:",
            Refused(("StaffDashboard:RateLimits:Stranger", limit)),
            StringComparison.Ordinal
        );

    [Fact]
    public void Limits_are_set_one_by_one_and_switched_off()
    {
        var limits = Read(
            ("StaffDashboard:RateLimits:User", "7"),
            ("StaffDashboard:RateLimits:Address", "off"),
            ("StaffDashboard:RateLimits:UserAtOnce", "3")
        ).RateLimits;

        Assert.Equal(
            new RateLimitSettings
            {
                User = 7,
                Address = null,
                UserAtOnce = 3,
            },
            limits
        );
    }

    static string Refused(params (string Key, string? Value)[] settings) =>
        Assert.Throws<StartRefused>(() => Read(settings)).Message;

    static Settings Read(params (string Key, string? Value)[] settings) =>
        new SettingsReader(
            new ConfigurationBuilder()
                .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, s.Value)))
                .Build()
        ).Read(Repository.Root);
}
