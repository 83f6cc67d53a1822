using System.Net;
using System.Text;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Pages.Shared.Requests;

namespace StaffDashboard.Tests.Web.Pages.Shared.Requests;

/// <summary>Forms of a kind, in letters and of a size that no browser of ours sends.</summary>
public sealed class PageFormsTests(TestPostgres postgres) : OfficeTest(postgres)
{
    const string Form = "application/x-www-form-urlencoded";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/account/forgot")]
    [InlineData("/account/reset")]
    [InlineData("/account/invitation")]
    [InlineData("/reports/confirm")]
    public async Task A_stranger_sends_no_files(string path)
    {
        using var stranger = App.Stranger();
        using var parts = new MultipartFormDataContent
        {
            { new StringContent("ada@example.test"), "Email" },
            { new ByteArrayContent(new byte[100]), "file", "a.bin" },
        };
        using var refused = await PostAsync(stranger, path, parts);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, refused.StatusCode);
        await SaysAsync("This form cannot be read", refused);
    }

    [Fact]
    public async Task A_mail_program_unsubscribes_in_parts()
    {
        using var stranger = App.Stranger();
        using var click = new MultipartFormDataContent
        {
            { new StringContent("One-Click"), "List-Unsubscribe" },
        };
        using var looked = await PostAsync(stranger, "/reports/unsubscribe?token=x", click);

        Assert.Equal(HttpStatusCode.Gone, looked.StatusCode);
    }

    [Theory]
    [InlineData("/account/sign-in", true)]
    [InlineData("/account/sign-in", false)]
    [InlineData("/account/forgot", true)]
    [InlineData("/reports/unsubscribe", true)]
    [InlineData("/reports/unsubscribe", false)]
    public async Task A_strangers_form_is_short(string path, bool saysHowLong)
    {
        using var stranger = App.Stranger();
        using var content = Text("Email=" + new string('a', FormLimits.OfStranger), Form);
        using var refused = await PostAsync(stranger, path, content, saysHowLong);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);
        await SaysAsync("This form is too long", refused);
    }

    [Fact]
    public async Task A_strangers_form_has_few_fields()
    {
        using var stranger = App.Stranger();
        using var many = Text(
            string.Join('&', Enumerable.Range(0, 40).Select(i => $"f{i}=1")),
            Form
        );
        using var refused = await PostAsync(stranger, "/account/sign-in", many);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/json")]
    [InlineData("made-up")]
    [InlineData(Form + "; charset=utf-7")]
    [InlineData(Form + "; charset=utf-16")]
    [InlineData(Form + "; charset=made-up")]
    public async Task A_body_that_is_not_a_form_is_refused_everywhere(string? type)
    {
        using var stranger = App.Stranger();
        using var mia = await App.SignInAsync(UserRole.Manager);
        var person = await AddPersonAsync();
        foreach (
            var (who, path) in new[]
            {
                (stranger, "/account/sign-in"),
                (stranger, "/reports/unsubscribe?token=x"),
                (mia, "/team/new"),
                (mia, $"/team/{person}/contact"),
                (mia, "/admin/work-roles"),
            }
        )
        {
            using var content = Text("Name=Bar", type);
            using var refused = await PostAsync(who, path, content, hasKey: who == mia);

            Assert.Equal(HttpStatusCode.UnsupportedMediaType, refused.StatusCode);
            await SaysAsync("This form cannot be read", refused);
        }
    }

    [Fact]
    public async Task A_form_part_in_an_obsolete_encoding_is_refused()
    {
        using var mia = await App.SignInAsync(UserRole.Manager);
        using var part = Text("Bar", "text/plain; charset=utf-7");
        using var parts = new MultipartFormDataContent { { part, "Name" } };
        using var refused = await PostAsync(mia, "/admin/work-roles", parts, hasKey: true);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, refused.StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_is_signed_in_sends_longer_ones_and_no_files_either(bool saysHowLong)
    {
        using var mia = await App.SignInAsync(UserRole.Manager);
        using var file = new MultipartFormDataContent
        {
            { new ByteArrayContent(new byte[300 * 1024]), "file", "a.bin" },
        };
        using var refused = await PostAsync(mia, "/admin/work-roles", file, saysHowLong);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);

        using var taken = await mia.PostAsync(
            "/problems",
            ("Comment", new string('a', FormLimits.OfStranger))
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, taken.StatusCode);
    }

    [Fact]
    public async Task Who_may_not_see_a_page_does_not_learn_what_it_accepts()
    {
        using var stranger = App.Stranger();
        using var content = Text("Name=Bar", "text/plain");
        using var refused = await PostAsync(stranger, "/admin/work-roles", content);

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    async Task<Guid> AddPersonAsync() =>
        await Database.AskAsync<Guid>(
            "insert into employees (id, name, skills, employment, always_needed, notes, opening_hours) values (gen_random_uuid(), 'Amira', '{}', 'FullTime', false, '', 0) returning id"
        );

    static async Task SaysAsync(string title, HttpResponseMessage answer)
    {
        var page = await Visitor.ParseAsync(answer);
        Assert.Equal(title, page.QuerySelector("h1")!.TextContent);
    }

    static StringContent Text(string text, string? type)
    {
        var content = new StringContent(text, Encoding.ASCII);
        content.Headers.ContentType = null;
        if (type is not null)
            content.Headers.TryAddWithoutValidation("Content-Type", type);
        return content;
    }

    static async Task<HttpResponseMessage> PostAsync(
        Visitor visitor,
        string path,
        HttpContent content,
        bool saysHowLong = true,
        bool hasKey = false
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.TransferEncodingChunked = !saysHowLong;
        request.Headers.Add("RequestVerificationToken", await visitor.TokenAsync());
        if (hasKey)
            request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        return await visitor.Http.SendAsync(request, Stop);
    }
}
