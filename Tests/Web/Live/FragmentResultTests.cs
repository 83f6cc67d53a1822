using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Tests.Web.Live;

public class FragmentResultTests
{
    static readonly Fragment Fragment = Fragment.Of("<p>Zoë</p>");

    [Fact]
    public async Task A_fragment_answers_its_markup_and_its_tag()
    {
        var (response, body) = await AnswerAsync(_ => { });

        Assert.Equal("<p>Zoë</p>", body);
        Assert.Equal(200, response.StatusCode);
        Assert.Equal(Fragment.Tag, response.Headers["HX-PTag"]);
        Assert.Equal($"\"{Fragment.Tag}\"", response.Headers.ETag);
        Assert.Equal("private, no-cache", response.Headers.CacheControl);
    }

    [Fact]
    public async Task Who_has_it_already_is_answered_in_one_line()
    {
        var (byTag, body) = await AnswerAsync(request => request.Headers["HX-PTag"] = Fragment.Tag);
        var (byEtag, _) = await AnswerAsync(request =>
            request.Headers.IfNoneMatch = $"\"{Fragment.Tag}\""
        );

        Assert.Equal((304, 304), (byTag.StatusCode, byEtag.StatusCode));
        Assert.Empty(body);
        Assert.Equal(Fragment.Tag, byTag.Headers["HX-PTag"]);
    }

    [Fact]
    public async Task Who_has_an_older_one_is_answered_in_full()
    {
        var (response, _) = await AnswerAsync(request => request.Headers["HX-PTag"] = "older");

        Assert.Equal(200, response.StatusCode);
    }

    static async Task<(HttpResponse Response, string Body)> AnswerAsync(Action<HttpRequest> ask)
    {
        var context = new DefaultHttpContext();
        var body = new MemoryStream();
        context.Response.Body = body;
        ask(context.Request);
        await new FragmentResult(Fragment).ExecuteResultAsync(
            new ActionContext { HttpContext = context }
        );
        return (context.Response, Encoding.UTF8.GetString(body.ToArray()));
    }
}
