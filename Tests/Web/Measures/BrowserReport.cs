using System.Net.Http.Json;
using System.Text.Json.Nodes;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Measures;

/// <summary>A report as a browser sends it.</summary>
static class BrowserReport
{
    internal static JsonObject Of(Guid browser, Guid? id = null) =>
        new()
        {
            ["id"] = (id ?? Guid.CreateVersion7()).ToString(),
            ["browser"] = browser.ToString(),
            ["page"] = new JsonObject
            {
                // What was searched for is not kept, whoever sends it.
                ["path"] = "/team/018f3a5e-0000-7000-8000-000000000001?q=Amira",
                ["opened"] = 60_000,
                ["state"] = "live",
                ["transport"] = "WebSockets",
                ["latency"] = 21.5,
                ["waiting"] = 2,
                ["oldest"] = 5_000,
                ["version"] = "1a2b3c",
                ["leaving"] = false,
            },
            ["minutes"] = new JsonArray(),
            ["events"] = new JsonArray(),
        };

    internal static JsonObject Minute(
        this JsonObject report,
        double age,
        params JsonObject[] figures
    )
    {
        report["minutes"]!
            .AsArray()
            .Add(new JsonObject { ["age"] = age, ["figures"] = new JsonArray([.. figures]) });
        return report;
    }

    internal static JsonObject Event(
        this JsonObject report,
        string kind,
        string detail,
        double age = 0,
        double? ms = null
    )
    {
        report["events"]!
            .AsArray()
            .Add(
                new JsonObject
                {
                    ["age"] = age,
                    ["kind"] = kind,
                    ["detail"] = detail,
                    ["ms"] = ms,
                }
            );
        return report;
    }

    internal static JsonObject Values(string name, string label, params double[] values) =>
        new()
        {
            ["name"] = name,
            ["label"] = label,
            ["values"] = new JsonArray([.. values.Select(value => (JsonNode)value)]),
        };

    internal static JsonObject Count(string name, string label, int count) =>
        new()
        {
            ["name"] = name,
            ["label"] = label,
            ["count"] = count,
        };

    internal static Task<HttpResponseMessage> SendAsync(this Visitor visitor, JsonNode report) =>
        visitor.Http.PostAsJsonAsync(
            new Uri("/measures", UriKind.Relative),
            report,
            TestContext.Current.CancellationToken
        );
}
