using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Fields;
using StaffDashboard.Data.Imports.Csv;

namespace StaffDashboard.Web.Pages.Team.Imports;

/// <summary>The headings that are understood without asking. The mark at its start tells spreadsheets that it is UTF-8.</summary>
public class TemplateModel : PageModel
{
    public IActionResult OnGet() =>
        File(
            Encoding.UTF8.GetBytes(
                "\uFEFF" + CsvCell.Line(EmployeeFields.InFiles.Select(field => field.Label), ',')
            ),
            "text/csv; charset=utf-8",
            "team-template.csv"
        );
}
