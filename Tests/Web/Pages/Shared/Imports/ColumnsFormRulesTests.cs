using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Imports;
using StaffDashboard.Tests.Data.Imports;
using StaffDashboard.Web.Pages.Shared.Imports;

namespace StaffDashboard.Tests.Web.Pages.Shared.Imports;

public class ColumnsFormRulesTests
{
    [Fact]
    public void What_a_newcomer_cannot_do_without_is_named_with_every_column_that_may_hold_it()
    {
        Assert.Equal(
            [
                "Say which column holds the name: Name, or First name and Last name. A list that only updates can do with Phone.",
            ],
            Problems(EmployeeImport.Type, update: true, "Email")
        );
        Assert.Equal(
            ["Say which column holds the name: Name.", "Say which column holds the city: City."],
            Problems(Firm.ByName, update: true, "Email")
        );
    }

    [Fact]
    public void A_list_that_only_updates_can_do_with_what_tells_which_record_it_is()
    {
        Assert.Empty(Problems(EmployeeImport.Type, update: true, "Phone"));
        Assert.Empty(Problems(Firm.ByEmail, update: true, "Email"));
        Assert.NotEmpty(Problems(EmployeeImport.Type, update: false, "Phone"));
    }

    [Fact]
    public void A_part_stands_for_the_whole() =>
        Assert.Empty(Problems(EmployeeImport.Type, update: false, "LastName"));

    [Fact]
    public void A_field_of_another_kind_is_not_in_the_list() =>
        Assert.Equal(
            ["Choose a field from the list."],
            Problems(Firm.ByEmail, update: true, "Email", "Phone")
        );

    static IEnumerable<string> Problems(ImportType type, bool update, params string[] fields) =>
        new ColumnsFormRules(type)
            .Validate(new ColumnsForm { Fields = [.. fields], UpdateKnown = update })
            .Errors.Select(error => error.ErrorMessage);
}
