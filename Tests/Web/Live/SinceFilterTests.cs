using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Tests.Web.Live;

public sealed class SinceFilterTests(LiveDatabase database) : IClassFixture<LiveDatabase>
{
    [Fact]
    public async Task A_page_takes_its_mark_before_its_queries_begin()
    {
        await using var node = await LiveNode.StartAsync(database.AppConnection);
        var http = new DefaultHttpContext();
        var page = new PageContext(
            new ActionContext(http, new RouteData(), new CompiledPageActionDescriptor())
        );
        string? mark = null;

        await new SinceFilter(node.Get<Since>()).OnPageHandlerExecutionAsync(
            new PageHandlerExecutingContext(
                page,
                [],
                null,
                new Dictionary<string, object?>(),
                this
            ),
            () =>
            {
                mark = http.Items[SinceFilter.Item] as string;
                return Task.FromResult(new PageHandlerExecutedContext(page, [], null, this));
            }
        );

        Assert.NotNull(Mark.Parse(mark));
        Assert.Equal(mark, http.Items[SinceFilter.Item]);
    }
}
