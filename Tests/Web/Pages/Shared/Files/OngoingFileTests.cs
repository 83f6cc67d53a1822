using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Pages.Shared.Files;

/// <summary>What happens while a file is on its way, which is longer than all the buffers between two ends of a line hold.</summary>
public sealed class OngoingFileTests(TestPostgres postgres) : OfficeTest(postgres)
{
    const string Export = "/team/export.csv";
    const string Import = "018f3a5e-0000-7000-8000-000000000001";
    const int Lines = 12_000;

    [Theory]
    [InlineData(Export, "delete from sessions")]
    [InlineData(Export, "update users set disabled_at = now() where role = 'Manager'")]
    [InlineData(Export, "update users set role = 'Staff' where role = 'Manager'")]
    [InlineData($"/team/import/{Import}/rejected.csv", "delete from sessions")]
    [InlineData("/admin/audit.csv", "delete from sessions", UserRole.Admin)]
    public async Task Who_loses_the_right_to_read_gets_no_more_and_sees_that_something_is_missing(
        string file,
        string loss,
        UserRole reader = UserRole.Manager
    )
    {
        await FillAsync();
        using var visitor = await App.SignInAsync(reader);
        using var answer = await BeginAsync(visitor, file);

        await Database.RunAsync(loss);

        await Assert.ThrowsAsync<HttpRequestException>(() =>
            answer.Content.ReadAsByteArrayAsync(Stop)
        );
    }

    [Fact]
    public async Task Who_is_renamed_on_the_way_is_in_the_file_once()
    {
        await FillAsync();
        using var visitor = await App.SignInAsync(UserRole.Manager);
        using var answer = await BeginAsync(visitor, Export);

        await Database.RunAsync(
            """
            update employees set name = 'Zoe, once the first' where name = 'Person 00001';
            update employees set name = 'Ada, once the last' where name = 'Person 12000'
            """
        );

        var text = await answer.Content.ReadAsStringAsync(Stop);
        Assert.Contains("Person 00001", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Zoe, once the first", text, StringComparison.Ordinal);
        Assert.Contains("Ada, once the last", text, StringComparison.Ordinal);
        Assert.Equal(Lines + 1, text.Count(character => character == '\n'));
    }

    static Task<HttpResponseMessage> BeginAsync(Visitor visitor, string file) =>
        visitor.Http.GetAsync(
            new Uri(file, UriKind.Relative),
            HttpCompletionOption.ResponseHeadersRead,
            Stop
        );

    Task FillAsync() =>
        Database.RunAsync(
            $$"""
            set session_replication_role = replica;
            insert into employees (id, name, skills, employment, always_needed, notes, opening_hours)
            select gen_random_uuid(), 'Person ' || lpad(i::text, 5, '0'), '{}', 'Student', false, repeat('note ', 400), 0
            from generate_series(1, {{Lines}}) i;
            insert into audit_log (action, table_name, row_id, diff)
            select 'update', 'employees', repeat('row ', 500), '{}' from generate_series(1, {{Lines}}) i;
            insert into imports (id, table_name, owner_id, file_name, separator, columns, mapping, new_roles, new_role_ids, add_roles, added, cancel_requested,
              leave_rejected_out, progress, rejected, state, total, unchanged, update_by_phone, updated)
            select '{{Import}}', 'employees', id, 'team.csv', ',', '{Name}', '{}', '{}', '{}', false, 0, false, false, 0, 0, 'Checked', 0, 0, false, 0
            from users where role = 'Manager';
            insert into import_rows (import_id, line, cells, problem)
            select '{{Import}}', i, array[repeat('cell ', 400)], 'wrong' from generate_series(1, {{Lines}}) i
            """
        );

    static CancellationToken Stop => TestContext.Current.CancellationToken;
}
