using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using StaffDashboard.Data.Measures;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Measures;

namespace StaffDashboard.Tests.Web.Measures;

/// <summary>An office to which browsers report.</summary>
public abstract class ReportsOffice(TestPostgres postgres) : OfficeTest(postgres)
{
    protected Guid Browser { get; } = Guid.CreateVersion7();

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected JsonObject Full(Guid? other = null) =>
        BrowserReport
            .Of(other ?? Browser)
            .Minute(1000, BrowserReport.Values(Figure.Confirmed, "", 12))
            .Event("state", "live");

    protected async Task<HttpStatusCode> SendAsync(Visitor visitor, string text, string kind)
    {
        using var content = new StringContent(text, Encoding.UTF8, kind);
        using var answer = await visitor.Http.PostAsync(
            new Uri("/measures", UriKind.Relative),
            content,
            Stop
        );
        return answer.StatusCode;
    }

    protected static async Task TakenAsync(Visitor visitor, JsonNode report)
    {
        using var answer = await visitor.SendAsync(report);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    protected Task WriteAsync() =>
        App.Services.GetRequiredService<MinuteWriter>().WriteAsync(all: true, Stop);
}
