using System.Text.Json;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Pages.Admin.Alerts;

public sealed class AlarmGraphTests(TestPostgres postgres) : AlertsOffice(postgres)
{
    [Fact]
    public async Task Its_graph_is_what_was_measured_with_the_limit_as_a_line()
    {
        using var manager = await App.SignInAsync(UserRole.Manager);
        await PlantAsync(Slow);
        await LookAsync();
        var alarm = await OnlyAsync("latency");

        using var answer = await manager.GetAsync($"{List}/{alarm.Id}/series");

        var series = JsonDocument
            .Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
            .RootElement;
        var lines = series.GetProperty("lines").EnumerateArray().ToList();
        Assert.Equal(3, lines[0].GetProperty("values")[0].GetDouble());
        Assert.Equal(2, lines[1].GetProperty("values")[0].GetDouble());
        Assert.Equal(1, series.GetProperty("times").GetArrayLength());
    }

    [Fact]
    public async Task An_alarm_of_long_ago_has_its_graph_out_of_the_hours()
    {
        using var manager = await App.SignInAsync(UserRole.Manager);
        await PlantAsync(
            """
            insert into alarms (id, rule, subject, opened_at, closed_at, value, threshold, tellings, was_silent)
            values (gen_random_uuid(), 'latency', 'saving', $NOW - interval '60 days', $NOW - interval '60 days' + interval '3 hours', 7, 2, 0, false);
            insert into measure_hours
            select date_trunc('hour', $NOW - interval '60 days', 'UTC') + i * interval '1 hour', 'alarm.latency', 'saving', 120, 0, 1 + i from generate_series(-5, 9) i
            """
        );
        var alarm = await OnlyAsync("latency");

        using var answer = await manager.GetAsync($"{List}/{alarm.Id}/series");

        var values = JsonDocument
            .Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
            .RootElement.GetProperty("lines")[0]
            .GetProperty("values")
            .EnumerateArray()
            .Select(value => value.GetDouble())
            .ToList();
        Assert.InRange(values.Count, 4, 5);
        Assert.Contains(4.0, values);
    }
}
