using System.Text;
using Microsoft.AspNetCore.Mvc;
using StaffDashboard.Data.Imports.Csv;

namespace StaffDashboard.Web.Pages.Shared.Imports;

/// <summary>The headings that are understood without asking. The mark at its start tells spreadsheets that it is UTF-8.</summary>
public class ImportTemplatePage(ImportContext context) : ImportPage(context)
{
    public IActionResult OnGet() =>
        File(
            Encoding.UTF8.GetBytes(
                "\uFEFF" + CsvCell.Line(Pages.Type.Fields.All.Select(field => field.Label), ',')
            ),
            "text/csv; charset=utf-8",
            $"{Pages.Room}-template.csv"
        );
}
