using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Jobs.Alarms;

/// <summary>Where a rule begins and ends: the edges that a fault which is far over the limit never touches.</summary>
public sealed class AlertRuleTests(TestPostgres postgres) : AlarmOffice(postgres)
{
    [Fact]
    public async Task An_alarm_that_closed_during_a_silence_is_sent_when_it_ends()
    {
        await PlantAsync(Slow);
        await LookAsync();
        Assert.Single(await SubjectsAsync(await OnlyAsync("latency")));
        await PlantAsync(
            "insert into alarm_silences (id, rule, \"from\", until, reason, by) values (gen_random_uuid(), 'latency', $NOW - interval '1 minute', $NOW + interval '5 hours', 'A move', 'Ada')"
        );
        for (var i = 0; i < 6 && (await OnlyAsync("latency")).IsOpen; i++)
        {
            App.Clock.Advance(TimeSpan.FromMinutes(6));
            await PlantAsync(Quick);
            await LookAsync();
        }
        Assert.False((await OnlyAsync("latency")).IsOpen);
        Assert.Single(await SubjectsAsync(await OnlyAsync("latency")));

        App.Clock.Advance(TimeSpan.FromHours(6));
        await LookAsync();

        var subjects = await SubjectsAsync(await OnlyAsync("latency"));
        Assert.Equal(2, subjects.Count);
        Assert.Contains("over – ", subjects[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Four_failures_of_four_tries_make_no_rate_and_five_do()
    {
        await PlantAsync(
            "insert into measure_minutes values ($NOW, 'sync.failed', 'fault', 'n', 4, 0, 0)"
        );
        await LookAsync();
        Assert.Empty(await AlarmsAsync("errors"));

        await PlantAsync(
            "insert into measure_minutes values ($NOW, 'sync.failed', 'fault', 'm', 1, 0, 0)"
        );
        await LookAsync();

        Assert.Equal("saves", (await OnlyAsync("errors")).Subject);
    }

    [Theory]
    [InlineData("validation")]
    [InlineData("conflict")]
    [InlineData("gone")]
    [InlineData("forbidden")]
    [InlineData("signed-out")]
    public async Task An_answer_to_who_made_it_is_no_failure(string cause)
    {
        await PlantAsync(
            $"insert into measure_minutes values ($NOW, 'sync.confirmed', '', 'n', 5, 1, 1), ($NOW, 'sync.failed', '{cause}', 'n', 50, 0, 0)"
        );

        await LookAsync();

        Assert.Empty(await AlarmsAsync("errors"));
    }

    [Theory]
    [InlineData("too-many", false)]
    [InlineData("fault", true)]
    public async Task A_page_that_is_asked_for_too_often_has_not_broken(string cause, bool rings)
    {
        await PlantAsync(
            $"insert into measure_minutes values ($NOW, 'request', '/x', 'n', 50, 1, 1), ($NOW, 'request.error', '{cause}', 'n', 40, 0, 0)"
        );

        await LookAsync();

        Assert.Equal(rings ? 1 : 0, (await AlarmsAsync("errors")).Count);
    }

    [Fact]
    public async Task The_alarm_of_refused_sign_ins_stays_open_without_measurements()
    {
        await PlantAsync(
            "insert into measure_minutes values ($NOW, 'sign-in.refused', '', 'n', 50, 0, 0)"
        );
        await LookAsync();

        for (var i = 0; i < 5; i++)
        {
            App.Clock.Advance(TimeSpan.FromMinutes(20));
            await LookAsync();
        }

        Assert.True((await OnlyAsync("sign-ins")).IsOpen);
    }
}
