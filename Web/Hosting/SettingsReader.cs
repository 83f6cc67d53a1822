using System.Globalization;
using System.Net;
using Npgsql;
using StaffDashboard.Data;

namespace StaffDashboard.Web.Hosting;

/// <summary>Reads the settings and refuses the first bad one by its name, with what to write instead.</summary>
sealed partial class SettingsReader(IConfiguration configuration)
{
    const string Section = "StaffDashboard";

    static readonly string[] Known =
    [
        "DataFolder",
        "OfficeName",
        "CountryCode",
        "Currency",
        "TimeZone",
        "PublicAddress",
        "TrustedProxies",
        "Jobs",
        "Admin:Email",
        "Admin:Password",
        "Mail:Host",
        "Mail:Port",
        "Mail:User",
        "Mail:Password",
        "Mail:From",
        "Mail:StartTls",
        "Alarms:Webhook",
        "Alarms:WebhookSecret",
        "Measures:Node",
        "Measures:SlowQueryMs",
        "Otlp:Endpoint",
        "RateLimits:User",
        "RateLimits:Stranger",
        "RateLimits:Address",
        "RateLimits:UserAtOnce",
    ];

    internal Settings Read(string root)
    {
        RefuseUnknown();
        ListenAddresses.Check(configuration["urls"]);
        var folder = Path.GetFullPath(Text("DataFolder") ?? ".data", root);
        return new Settings
        {
            DataFolder = folder,
            OfficeName = Data.OfficeName.From(configuration),
            CountryCode = CountryCode(),
            Currency = Currency(),
            TimeZone = TimeZone(),
            PublicAddress = PublicAddress(),
            TrustedProxies = TrustedProxies(),
            Jobs = IsOn("Jobs"),
            Admin = new(Address("Admin:Email") ?? "admin@localhost", AdminPassword()),
            Mail = Mail(),
            Webhook = Webhook(),
            RateLimits = RateLimits(),
            Measures = new(SlowQuery(), Collector(), folder, IsOn("Measures:Node")),
            App = Connection("StaffDashboard"),
            Owner = Connection("Owner"),
        };
    }

    // A misspelt name would otherwise be ignored without a word.
    void RefuseUnknown()
    {
        foreach (
            var (key, value) in configuration
                .GetSection(Section)
                .AsEnumerable(makePathsRelative: true)
        )
            // A section as such comes with an empty value from some sources.
            if (value is not (null or "") && !Known.Contains(key, StringComparer.OrdinalIgnoreCase))
                throw Bad(
                    key,
                    $"there is no such setting; there are {string.Join(", ", Known.Select(Name))}."
                );
    }

    string CountryCode()
    {
        var code = (Text("CountryCode") ?? "49").TrimStart('+');
        return code.Length is >= 1 and <= 3 && code.All(char.IsAsciiDigit) && code[0] != '0'
            ? code
            : throw Bad(
                "CountryCode",
                $"“{code}” is not a country's dialling code; write one such as 49."
            );
    }

    string Currency()
    {
        var code = Money.CurrencyFrom(configuration);
        return Money.IsCurrency(code)
            ? code
            : throw Bad(
                "Currency",
                $"“{Text("Currency")}” is not a currency; write one such as EUR."
            );
    }

    TimeZoneInfo TimeZone()
    {
        if (Text("TimeZone") is not { } id)
            return TimeZoneInfo.Local;
        return TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone)
            ? zone
            : throw Bad("TimeZone", $"“{id}” is not a time zone; write one such as Europe/Berlin.");
    }

    Uri? PublicAddress()
    {
        if (Text("PublicAddress") is not { } text)
            return null;
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? uri
            : throw Bad(
                "PublicAddress",
                $"“{text}” is not an address; write one such as https://office.example.org."
            );
    }

    List<IPNetwork> TrustedProxies()
    {
        var networks = new List<IPNetwork>();
        foreach (
            var text in (Text("TrustedProxies") ?? "").Split(
                ',',
                StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
            )
        )
        {
            if (IPAddress.TryParse(text, out var one))
                networks.Add(new IPNetwork(one, one.GetAddressBytes().Length * 8));
            else if (IPNetwork.TryParse(text, out var network))
                networks.Add(network);
            else
                throw Bad(
                    "TrustedProxies",
                    $"“{text}” is no IP address or network; write such as 10.0.0.5 or 10.0.0.0/24, with commas between."
                );
        }
        return networks;
    }

    bool IsOn(string key) =>
        (Text(key) ?? "on").ToLowerInvariant() switch
        {
            "on" => true,
            "off" => false,
            var text => throw Bad(key, $"“{text}” is neither on nor off."),
        };

    string? AdminPassword()
    {
        var password = configuration[$"{Section}:Admin:Password"];
        return password is null or { Length: >= 12 }
            ? password
            : throw Bad("Admin:Password", "is too short; write at least 12 characters.");
    }

    NpgsqlConnectionStringBuilder? Connection(string key)
    {
        if (configuration.GetConnectionString(key) is not { Length: > 0 } text)
            return null;
        // The text itself is not shown: it holds a password.
        return Parse(text) is { Host: not null, Database: not null } parsed
            ? DatabaseEncryption.ByDefault(parsed)
            : throw StartRefused.Setting(
                $"ConnectionStrings__{key}",
                "is not a connection string; write such as Host=db.example.org;Database=staffdashboard;Username=staffdashboard_app;Password=…"
            );
    }

    static NpgsqlConnectionStringBuilder? Parse(string text)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(text);
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            return null;
        }
    }

    string? Text(string key) =>
        configuration[$"{Section}:{key}"]?.Trim() is { Length: > 0 } text ? text : null;

    static StartRefused Bad(string key, string mend) => StartRefused.Setting(Name(key), mend);

    static string Name(string key) =>
        $"{Section}__{key.Replace(":", "__", StringComparison.Ordinal)}";
}
