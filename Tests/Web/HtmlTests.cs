using System.Net;
using StaffDashboard.Data;
using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Users;
using StaffDashboard.Migrations;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web;

public class HtmlTests(TestPostgres postgres)
{
    [Fact]
    public async Task Every_page_is_valid_html()
    {
        await using var database = await postgres.CloneAsync();
        await using var app = await OfficeApp.StartAsync(database);
        var person = await HireAsync(database);
        using var admin = await app.SignInAsync(UserRole.Admin);
        using var stranger = app.Stranger();
        using var folder = new TempFolder();

        var pages = AllPages.Of(person).Concat(await EventfulDay.AddAsync(database));
        foreach (var path in pages.Append("/no-such-page"))
            await KeepAsync(folder, admin, path);
        await KeepAsync(folder, stranger, "/account/sign-in");
        using var asked = await AllPages.ConfirmPasswordAsync(app, admin, person);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.StatusCode);
        await KeepAsync(folder, asked, "confirm-password");

        var (exitCode, said) = await NodeTool.RunAsync([
            "Tests/Web/validate.mjs",
            .. Directory.GetFiles(folder.Path),
        ]);
        Assert.True(exitCode == 0, said);
    }

    static async Task KeepAsync(TempFolder folder, Visitor visitor, string path)
    {
        using var answer = await visitor.GetAsync(path);
        await KeepAsync(folder, answer, path);
    }

    static async Task KeepAsync(TempFolder folder, HttpResponseMessage answer, string path)
    {
        var name = string.Concat(path.Where(char.IsLetterOrDigit));
        await File.WriteAllTextAsync(
            Path.Combine(folder.Path, $"{name}.html"),
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
        );
    }

    static async Task<Employee> HireAsync(TestDatabase database)
    {
        await using var office = new Office(Schema.Options(database.AppConnectionString));
        var person = new Employee { Name = "Amira Yilmaz", Phone = "+4915123456701" };
        office.Add(person);
        await office.SaveChangesAsync();
        return person;
    }
}
