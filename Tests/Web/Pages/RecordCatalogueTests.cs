using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using StaffDashboard.Data;
using StaffDashboard.Data.Imports;
using StaffDashboard.Data.Records;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Live;
using StaffDashboard.Web.Pages;

namespace StaffDashboard.Tests.Web.Pages;

/// <summary>What every kind of record must have, so that none can be forgotten.</summary>
public sealed partial class RecordCatalogueTests(TestPostgres postgres)
{
    /// <summary>Kept by the database or by commands, and no field of any form.</summary>
    static readonly string[] NoFields =
    [
        "id",
        "archived_at",
        "erased_at",
        "created_at",
        "updated_at",
        "name_key",
        "worked_key",
        "search",
    ];

    [Fact]
    public void Every_kind_has_pages_imports_and_a_place_in_the_scripts()
    {
        var tables = RecordTypes.All.Select(type => type.Table).Order();

        Assert.Equal(tables, RecordRegistry.All.Select(pages => pages.Type.Table).Order());
        Assert.Equal(tables, ImportTypes.Tables.Order());
        var script = File.ReadAllText(Path.Combine(Repository.Root, "wwwroot", "js", "records.js"));
        Assert.Equal(
            RecordRegistry.All.Select(pages => pages.Room).Order(),
            Words()
                .Matches(Lists().Match(script).Value)
                .Select(word => word.Groups[1].Value)
                .Order()
        );
    }

    [Fact]
    public async Task Every_column_is_a_field_or_kept_by_the_program()
    {
        await using var database = await postgres.CloneAsync();
        foreach (var type in RecordTypes.All)
        {
            var columns = await database.AskAsync<string[]>(
                $"select array_agg(column_name::text) from information_schema.columns where table_name = '{type.Table}'"
            );
            Assert.Empty(
                columns!.Except(NoFields).Except(type.Fields.Select(field => field.Column))
            );
            Assert.Contains("erased_at", columns!);
            Assert.All(type.Fields, field => Assert.Contains(field.Column, columns!));
        }
    }

    [Fact]
    public async Task What_changes_is_announced_to_those_who_may_watch_it()
    {
        await using var app = await OfficeApp.StartAsync(await postgres.OfficeAsync());
        var rules = app.Services.GetRequiredService<TopicRules>();
        var staff = new Viewer(Guid.CreateVersion7(), "Sam", UserRole.Staff, null);
        foreach (var pages in RecordRegistry.All)
        {
            Assert.True(rules.MayWatch(staff, pages.Room));
            Assert.True(rules.MayWatch(staff, pages.Type.Topic(Guid.CreateVersion7())));
        }
    }

    [Fact]
    public void Names_of_fields_and_columns_are_given_once()
    {
        foreach (var type in RecordTypes.All)
        {
            Assert.Equal(type.Fields.Count, type.Fields.Select(f => f.Key).Distinct().Count());
            Assert.Equal(type.Fields.Count, type.Fields.Select(f => f.Column).Distinct().Count());
            Assert.All(type.Fields, field => Assert.Contains(field.Section, type.Sections));
            Assert.Equal(
                type.Sections.Count,
                type.Sections.Select(section => section.Word).Distinct().Count()
            );
        }
    }

    [GeneratedRegex(@"lists = \[[^\]]*\]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Lists();

    [GeneratedRegex("\"([a-z-]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Words();
}
