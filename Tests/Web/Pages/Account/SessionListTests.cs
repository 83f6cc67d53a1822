using Bunit;
using StaffDashboard.Web.Pages.Account;

namespace StaffDashboard.Tests.Web.Pages.Account;

public class SessionListTests : BunitContext
{
    static readonly SessionRow Here = new(
        Guid.CreateVersion7(),
        "Firefox on Linux",
        false,
        "this computer",
        default,
        default,
        true
    );

    static readonly SessionRow Elsewhere = Here with
    {
        Id = Guid.CreateVersion7(),
        Browser = "Chrome on Android",
        IsPhone = true,
        Address = "192.0.2.7",
        IsThis = false,
    };

    [Fact]
    public void It_listens_to_the_sessions_of_its_own_person()
    {
        var list = List().Find("#sessions");

        Assert.Equal("sessions:me", list.GetAttribute("data-live"));
        Assert.Equal("/account/sessions?part=list", list.GetAttribute("hx-get"));
    }

    [Fact]
    public void Every_other_session_can_be_ended_and_this_one_is_marked()
    {
        var list = List();

        var button = Assert.Single(list.FindAll("button"));
        Assert.Equal(
            ("end", Elsewhere.Id.ToString()),
            (button.GetAttribute("form"), button.GetAttribute("value"))
        );
        Assert.Equal("Sign out Chrome on Android, 192.0.2.7", button.GetAttribute("aria-label"));
        Assert.Equal("this browser", list.Find($"#session-{Here.Id} .state").TextContent);
        Assert.DoesNotContain("__RequestVerificationToken", list.Markup, StringComparison.Ordinal);
    }

    IRenderedComponent<SessionList> List() =>
        Render<SessionList>(list =>
            list.Add(l => l.Topic, "sessions:me").Add(l => l.Sessions, [Here, Elsewhere])
        );
}
