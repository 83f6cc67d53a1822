using System.Globalization;

namespace StaffDashboard.Web.Hosting;

/// <summary>What is measured besides, and where it goes.</summary>
sealed partial class SettingsReader
{
    TimeSpan SlowQuery()
    {
        var text = Text("Measures:SlowQueryMs") ?? "1000";
        return
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var ms)
            && ms > 0
            ? TimeSpan.FromMilliseconds(ms)
            : throw Bad(
                "Measures:SlowQueryMs",
                $"“{text}” is not a number of milliseconds; write one such as 1000."
            );
    }

    Uri? Collector()
    {
        if (Text("Otlp:Endpoint") is not { } text)
            return null;
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? uri
            : throw Bad(
                "Otlp:Endpoint",
                $"“{text}” is not an address; write that of a collector that takes OTLP over http, such as http://127.0.0.1:4318."
            );
    }
}
