using System.Net;
using StaffDashboard.Data;
using StaffDashboard.Data.Fields;
using StaffDashboard.Data.Records;
using StaffDashboard.Migrations;
using StaffDashboard.Tests.Support;
using StaffDashboard.Tests.Web.Pages.Clients;
using StaffDashboard.Tests.Web.Pages.Team.Person;
using StaffDashboard.Web.Pages;

namespace StaffDashboard.Tests.Web.Pages.Records;

/// <summary>A field that is declared works everywhere, without a line of code elsewhere: one run for each there is.</summary>
public sealed class EveryFieldTests(ClientOffice office) : IClassFixture<ClientOffice>
{
    public static TheoryData<string, string> Fields
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var type in RecordTypes.All)
            foreach (var one in type.Fields)
                all.Add(type.Table, one.Key);
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task It_is_in_the_form_the_history_the_way_back_the_file_and_the_erasure(
        string table,
        string key
    )
    {
        var pages = RecordRegistry.Of(table)!;
        var field = pages.Type.Fields.Single(one => one.Key == key);
        var (id, before) = await AddAsync(pages.Type, field);
        var typed = await SampleAsync(field);

        // Form
        var address = pages.Links.Edit(id, field.Section);
        var page = await office.Admin.GetPageAsync(address);
        using var saved = await office.Admin.PostAsync(
            address,
            PersonOffice.Filled(page, PersonOffice.Form, (key, typed))
        );
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var (after, words) = await ReadAsync(pages.Type, field, id);
        Assert.NotEqual(before, after);
        Assert.Contains(
            $"update Ada Admin {field.Column}",
            await HistoryAsync(table, id),
            StringComparison.Ordinal
        );

        // File
        using var file = await office.Admin.GetAsync($"{pages.Links.List}/export.csv");
        var lines = await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(
            field.IsInFiles,
            lines.Split('\n')[0].Contains(field.Label, StringComparison.Ordinal)
        );

        // History, and the way back
        var history = await office.Admin.GetPageAsync(pages.Links.History(id));
        var line = history.QuerySelector("ol.history li:has(button)")!;
        Assert.Contains(field.Word, line.TextContent, StringComparison.Ordinal);
        Assert.Contains(field.Show(after, words), line.TextContent, StringComparison.Ordinal);
        using var back = await office.Admin.PostAsync(
            pages.Links.PutBack(id),
            (
                "change",
                line.QuerySelector($"button[value$=':{field.Column}']")!.GetAttribute("value")!
            )
        );
        Assert.Equal(before, (await ReadAsync(pages.Type, field, id)).Value);

        // Erasure
        await office.Database.RunAsync(
            $"select set_config('app.user_role', 'Admin', false); select erase_record('{table}', '{id}', 'Erased', '{{{string.Join(',', pages.Type.Kept().Select(one => one.Column))}}}')"
        );
        var left = await office.Database.AskAsync<bool>(
            $"select bool_or(jsonb_typeof(diff -> '{field.Column}') = 'array') from audit_log where table_name = '{table}' and row_id = '{id}'"
        );
        Assert.Equal(field.OutlivesErasure, left);
    }

    async Task<(Guid Id, string Value)> AddAsync(RecordType type, Field field)
    {
        var record = type.New();
        type.Fields.Single(one => one.Column == "name").Put(record, "Every Field");
        await using var data = Open();
        data.Add(record);
        await data.SaveChangesAsync();
        return (record.Id, field.Of(record));
    }

    async Task<(string Value, OfficeWords Words)> ReadAsync(RecordType type, Field field, Guid id)
    {
        await using var data = Open();
        var stop = TestContext.Current.CancellationToken;
        var record = await type.ReadAsync(data, id, stop);
        return (field.Of(record!), await data.WordsAsync([field], "49", stop));
    }

    // What somebody might type: of a choice the last.
    async Task<string> SampleAsync(Field field)
    {
        await office.Database.RunAsync(
            "insert into work_roles (id, name, hue) select gen_random_uuid(), 'Bar', 1 where not exists (select from work_roles)"
        );
        await using var data = Open();
        var words = await data.WordsAsync([field], "49", TestContext.Current.CancellationToken);
        return field.Type.Control switch
        {
            Control.Tel => $"0170 {Random.Shared.Next(1_000_000, 9_999_999)}",
            Control.Email => "sample@example.org",
            Control.Number => "12.5",
            Control.Date => "2026-11-02",
            Control.Check => "true",
            Control.Choice => field.Type.Choices(words).Last().Value,
            _ => "Sample",
        };
    }

    Task<string> HistoryAsync(string table, Guid id) =>
        office.Database.AskAsync<string>(
            $"""
            select string_agg(action || ' ' || actor || ' ' ||
              (select coalesce(string_agg(k, ',' order by k), '') from jsonb_object_keys(diff) k), '; ')
            from audit_log where table_name = '{table}' and row_id = '{id}'
            """
        )!;

    Office Open() => new(Schema.Options(office.Database.AppConnectionString));
}
