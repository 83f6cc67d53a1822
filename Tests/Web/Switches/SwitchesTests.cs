using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.FeatureManagement;
using Microsoft.FeatureManagement.FeatureFilters;
using StaffDashboard.Data;
using StaffDashboard.Data.Switches;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Switches;

namespace StaffDashboard.Tests.Web.Switches;

public class SwitchesTests(TestPostgres postgres) : OfficeTest(postgres)
{
    static readonly string Everything = string.Join(' ', Feature.All.Select(f => f.Name));

    [Fact]
    public void Whoever_has_it_keeps_it_as_the_share_grows()
    {
        var cases =
            from person in ArbMap.Default.GeneratorFor<Guid>()
            from share in Gen.Choose(0, 100)
            from more in Gen.Choose(0, 100)
            select (person, Less: Math.Min(share, more), More: Math.Max(share, more));
        Given.Any(cases.ToArbitrary(), c => !Has(c.person, c.Less) || Has(c.person, c.More));
    }

    [Fact]
    public void A_share_is_about_that_many_people_and_nobody_or_everybody_at_its_ends()
    {
        var people = Enumerable.Range(0, 2000).Select(_ => Guid.CreateVersion7()).ToList();

        Assert.Equal(0, people.Count(person => Has(person, 0)));
        Assert.InRange(people.Count(person => Has(person, 30)), 450, 750);
        Assert.Equal(2000, people.Count(person => Has(person, 100)));
    }

    [Fact]
    public async Task Without_a_row_everybody_has_everything()
    {
        using var staff = await App.SignInAsync();

        Assert.Equal(Everything, await SwitchesOnPageAsync(staff));
    }

    [Fact]
    public async Task A_role_and_a_person_have_it_and_others_do_not()
    {
        using var staff = await App.SignInAsync();
        using var manager = await App.SignInAsync(UserRole.Manager);
        using var admin = await App.SignInAsync(UserRole.Admin);

        var id = await IdOfAsync(UserRole.Admin);
        await Database.RunAsync(
            $"insert into feature_switches values ('queue', true, 0, '{{Manager}}', '{{{id}}}')"
        );

        await Eventually.TrueAsync(async () =>
            !(await SwitchesOnPageAsync(staff)).Contains("queue", StringComparison.Ordinal)
        );
        Assert.Contains("queue", await SwitchesOnPageAsync(manager), StringComparison.Ordinal);
        Assert.Contains("queue", await SwitchesOnPageAsync(admin), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Switched_off_nobody_has_it_whatever_else_is_said()
    {
        using var manager = await App.SignInAsync(UserRole.Manager);
        await Database.RunAsync(
            "insert into feature_switches values ('optimistic', false, 100, '{Manager}', '{}')"
        );

        await Eventually.TrueAsync(async () =>
            !(await SwitchesOnPageAsync(manager)).Contains("optimistic", StringComparison.Ordinal)
        );
        var switches = App.Services.GetRequiredService<SwitchesOf>();
        var viewer = new Viewer(
            await IdOfAsync(UserRole.Manager),
            "Mia Manager",
            UserRole.Manager,
            null
        );
        Assert.False(
            await switches.IsOnAsync(
                Feature.Optimistic,
                viewer,
                TestContext.Current.CancellationToken
            )
        );
    }

    static bool Has(Guid person, int share)
    {
        var features = new FeatureManager(
            new One(new FeatureSwitch { Name = "queue", Percent = share })
        )
        {
            FeatureFilters =
            [
                new ContextualTargetingFilter(
                    Microsoft.Extensions.Options.Options.Create(new TargetingEvaluationOptions()),
                    Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance
                ),
            ],
        };
        var who = new TargetingContext { UserId = person.ToString(), Groups = [] };
        return features.IsEnabledAsync("queue", who).GetAwaiter().GetResult();
    }

    static async Task<string> SwitchesOnPageAsync(Visitor visitor)
    {
        var page = await visitor.GetPageAsync("/team");
        return page.QuerySelector("meta[name=switches]")!.GetAttribute("content")!;
    }

    sealed class One(FeatureSwitch row) : IFeatureDefinitionProvider
    {
        public Task<FeatureDefinition> GetFeatureDefinitionAsync(string featureName) =>
            Task.FromResult(SwitchDefinitions.Define(row));

        public async IAsyncEnumerable<FeatureDefinition> GetAllFeatureDefinitionsAsync()
        {
            yield return await GetFeatureDefinitionAsync(row.Name);
        }
    }
}
