using System.Net;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Pages.Team.Person;

/// <summary>Somebody new who has a name or a number that another has.</summary>
public sealed class NewDuplicateTests(PersonOffice office) : IClassFixture<PersonOffice>
{
    const string Form = "#new-person";

    [Fact]
    public async Task The_number_of_somebody_active_is_refused_on_the_way_and_at_the_end()
    {
        var holder = await office.AddAsync("Olga Novak");
        var page = await office.Manager.GetPageAsync("/team/new");

        using var answer = await office.Manager.PostAsync(
            "/team/new",
            PersonOffice.Filled(page, Form, ("Name", "Other"), ("Phone", holder.Phone!))
        );

        var again = await PersonOffice.RefusedAsync(answer, HttpStatusCode.UnprocessableEntity);
        Assert.NotNull(again.QuerySelector($"[data-warn-for=Phone] a[href='/team/{holder.Id}']"));
    }

    [Fact]
    public async Task Whoever_shares_a_name_or_an_archived_number_is_named_once_saved()
    {
        var archived = await office.AddAsync("Omar Gone", p => p.Archive(TimeProvider.System));
        await office.AddAsync("Otto Same");
        var page = await office.Manager.GetPageAsync("/team/new");

        using var answer = await office.Manager.PostAsync(
            "/team/new",
            PersonOffice.Filled(page, Form, ("Name", "Otto Same"), ("Phone", archived.Phone!))
        );

        var shown = await office.Manager.GetPageAsync(answer.Headers.Location!.ToString());
        Assert.Contains(
            "Added Otto Same. Omar Gone, who is archived, has this phone number. There is another Otto Same.",
            shown.QuerySelector("#toasts")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_value_that_stays_taken_is_not_tried_for_ever()
    {
        await office.Database.RunAsync(
            """
            create function always_taken() returns trigger language plpgsql as
            $$ begin raise unique_violation; end $$;
            create trigger always_taken before insert on employees for each row
            when (new.name = 'Tina Taken') execute function always_taken();
            """
        );
        var page = await office.Manager.GetPageAsync("/team/new");

        using var answer = await office.Manager.PostAsync(
            "/team/new",
            PersonOffice.Filled(page, Form, ("Name", "Tina Taken"))
        );

        Assert.False(answer.IsSuccessStatusCode);
    }
}
