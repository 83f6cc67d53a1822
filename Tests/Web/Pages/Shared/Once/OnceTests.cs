using System.Net;
using StaffDashboard.Tests.Web.Pages.Team.Person;

namespace StaffDashboard.Tests.Web.Pages.Shared.Once;

public sealed class OnceTests(PersonOffice office) : Keyed(office)
{
    [Fact]
    public async Task The_same_form_sent_twice_at_once_has_one_effect_and_one_answer()
    {
        var role = Role();
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => AddRoleAsync(Office.Manager, role))
        );

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.All(
            answers,
            answer => Assert.Equal("/admin/work-roles", answer.Headers.Location?.ToString())
        );
        Assert.Equal(5, answers.Count(IsReplay));
        Assert.Equal(1, await CountAsync($"work_roles where name = '{role}'"));
        Assert.Equal(
            1,
            await CountAsync(
                $"audit_log where table_name = 'work_roles' and diff -> 'name' ->> 1 = '{role}'"
            )
        );
    }

    [Fact]
    public async Task A_repeat_to_htmx_is_answered_with_the_same_fragment_and_the_same_words()
    {
        var person = await Office.AddAsync("Amira Yilmaz");
        using var first = await ArchiveAsync(Office.Manager, person.Id);
        await Office.ChangeAsync(person.Id, p => p.Restore());
        using var second = await ArchiveAsync(Office.Manager, person.Id);

        Assert.Equal(await TextAsync(first), await TextAsync(second));
        Assert.Contains("person-head", await TextAsync(second), StringComparison.Ordinal);
        Assert.Equal(first.Headers.GetValues("HX-Trigger"), second.Headers.GetValues("HX-Trigger"));
        Assert.False(second.Headers.Contains("Set-Cookie"));
        Assert.True(IsReplay(second));
        Assert.False(IsReplay(first));
        // Done once: what somebody decided since stays.
        Assert.False((await Office.FindAsync(person.Id)).IsArchived);
    }

    [Fact]
    public async Task The_same_key_with_something_else_in_it_is_refused_in_words()
    {
        var (one, other) = (Role(), Role());
        using var first = await AddRoleAsync(Office.Manager, one);
        using var second = await AddRoleAsync(Office.Manager, other);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.StatusCode);
        Assert.Equal("key-reused", Assert.Single(second.Headers.GetValues("X-Trouble")));
        Assert.Contains("sent before", await TextAsync(second), StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync($"work_roles where name = '{other}'"));
    }

    [Fact]
    public async Task The_same_key_for_another_deed_or_another_person_is_refused()
    {
        var (amira, ben) = (
            await Office.AddAsync("Amira Yilmaz"),
            await Office.AddAsync("Ben Okafor")
        );
        using var first = await ArchiveAsync(Office.Manager, amira.Id);
        using var restored = await SendAsync(
            Office.Manager,
            $"/team/{amira.Id}?handler=Restore",
            Key,
            true
        );
        using var other = await ArchiveAsync(Office.Manager, ben.Id);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, restored.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
        Assert.True((await Office.FindAsync(amira.Id)).IsArchived);
        Assert.False((await Office.FindAsync(ben.Id)).IsArchived);
    }

    [Fact]
    public async Task Somebody_else_with_the_same_key_is_somebody_else()
    {
        var (one, other) = (Role(), Role());
        using var first = await AddRoleAsync(Office.Manager, one);
        using var second = await AddRoleAsync(Office.Admin, other);

        Assert.False(IsReplay(second));
        Assert.Equal(1, await CountAsync($"work_roles where name = '{other}'"));
    }

    [Fact]
    public async Task What_was_refused_frees_its_key()
    {
        using var refused = await AddRoleAsync(Office.Manager, "");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(0, await CountAsync($"saved_answers where key = '{Key}'"));

        var role = Role();
        using var mended = await AddRoleAsync(Office.Manager, role);
        Assert.Equal(HttpStatusCode.Redirect, mended.StatusCode);
        Assert.Equal(1, await CountAsync($"work_roles where name = '{role}'"));
    }

    [Fact]
    public async Task The_key_of_a_form_without_script_does_the_same()
    {
        var role = Role();
        for (var time = 0; time < 2; time++)
        {
            using var answer = await Office.Manager.PostAsync(
                "/admin/work-roles",
                ("Name", role),
                ("Hue", "3"),
                ("__Key", Key.ToString())
            );
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.Equal(time == 1, IsReplay(answer));
        }
    }
}
